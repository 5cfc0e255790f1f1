import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { readPublishedAreas, PUBLISHED_AREAS } from '#shared/catalogue/publishedAreas.ts';
import { PUBLISHED_CHECKLISTS, withPublished } from '#shared/catalogue/publishedChecklist.ts';
import { PUBLISHED_PROGRAMMES, withProgrammes } from '#shared/catalogue/publishedProgramme.ts';

import type { Context } from '../context.ts';
import { judgedBy } from '../projections/judgedBy.ts';
import { foldProven } from '../projections/upToDate.ts';

/** What is told of a published document that this app cannot use. */
export function unusableCode(id: string): 'plan_unusable' | 'areas_unusable' | 'checklist_unusable' {
  if (id.startsWith(PUBLISHED_AREAS)) return 'areas_unusable';
  return id.startsWith(PUBLISHED_PROGRAMMES) ? 'plan_unusable' : 'checklist_unusable';
}

/** The catalogue in use: the files as they were read at start, and what was published until now. */
export class Shelf {
  readonly #ctx: () => Context;
  readonly #files: Catalogue;
  #now: Catalogue;
  /** Published areas that were read: they are large, and never change. */
  readonly #seenAreas = new Set<string>();

  constructor(ctx: () => Context, files: Catalogue) {
    this.#ctx = ctx;
    this.#files = files;
    this.#now = files;
  }

  get catalogue(): Catalogue {
    return this.#now;
  }

  /** At start, before projections are brought up to date: what the store has of published documents. */
  async open(): Promise<void> {
    const ctx = this.#ctx();
    const lists = await ctx.db.directory.where('id').startsWith(PUBLISHED_CHECKLISTS).toArray();
    const plans = await ctx.db.directory.where('id').startsWith(PUBLISHED_PROGRAMMES).toArray();
    const withLists = withPublished(this.#files, lists);
    const { catalogue, problems } = withProgrammes(withLists.catalogue, plans);
    this.#now = catalogue;
    // Told last: a window that hears of it gets the new one.
    await ctx.db.meta.put({ key: 'catalogueVersion', value: catalogue.version });
    for (const { id, reason } of [...withLists.problems, ...problems])
      await ctx.report({ code: unusableCode(id), subject: id, detail: reason });
  }

  /** The store has another one: it is used from now on, also by what was folded without knowing it. */
  async news(): Promise<void> {
    const before = judgedBy(this.#now);
    await this.open();
    foldProven(this.#ctx(), before);
    await this.tellBadAreas();
  }

  /**
   * Areas are drawn by windows, which read them from the store; what cannot be drawn is told here, once. Not part of `open`: the
   * corners of a city take long to check, and nothing at start waits for them.
   */
  async tellBadAreas(): Promise<void> {
    const ctx = this.#ctx();
    const ids = await ctx.db.directory.where('id').startsWith(PUBLISHED_AREAS).primaryKeys();
    for (const id of ids.filter((one) => !this.#seenAreas.has(one))) {
      this.#seenAreas.add(id);
      const read = readPublishedAreas((await ctx.db.directory.get(id))?.doc);
      if (!read.ok) await ctx.report({ code: 'areas_unusable', subject: id, detail: read.error });
    }
  }
}
