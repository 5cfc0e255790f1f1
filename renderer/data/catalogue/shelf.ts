import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { PUBLISHED, withPublished } from '#shared/catalogue/publishedChecklist.ts';
import { PUBLISHED_PROGRAMME, withProgrammes } from '#shared/catalogue/publishedProgramme.ts';

import type { Context } from '../context.ts';
import { judgedBy } from '../projections/judgedBy.ts';
import { foldProven } from '../projections/upToDate.ts';

/** What is told of a published document that this app cannot use. */
export function unusableCode(id: string): 'plan_unusable' | 'checklist_unusable' {
  return id.startsWith(PUBLISHED_PROGRAMME) ? 'plan_unusable' : 'checklist_unusable';
}

/** The catalogue in use: the files as they were read at start, and what was published until now. */
export class Shelf {
  readonly #ctx: () => Context;
  readonly #files: Catalogue;
  #now: Catalogue;

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
    const lists = await ctx.db.directory.where('id').startsWith(PUBLISHED).toArray();
    const plans = await ctx.db.directory.where('id').startsWith(PUBLISHED_PROGRAMME).toArray();
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
  }
}
