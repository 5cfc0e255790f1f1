import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { readPublishedAreas, PUBLISHED_AREAS } from '#shared/catalogue/publishedAreas.ts';
import { PUBLISHED, withPublished } from '#shared/catalogue/publishedChecklist.ts';

import type { Context } from '../context.ts';
import { judgedBy } from '../projections/judgedBy.ts';
import { foldProven } from '../projections/upToDate.ts';

/** What is told of a published document that this app cannot use. */
export function unusableCode(id: string): 'areas_unusable' | 'checklist_unusable' {
  return id.startsWith(PUBLISHED_AREAS) ? 'areas_unusable' : 'checklist_unusable';
}

/** The catalogue in use: the files as they were read at start, and the checklists that were published until now. */
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

  /** At start, before projections are brought up to date: what the store has of published checklists. */
  async open(): Promise<void> {
    const ctx = this.#ctx();
    const rows = await ctx.db.directory.where('id').startsWith(PUBLISHED).toArray();
    const { catalogue, problems } = withPublished(this.#files, rows);
    this.#now = catalogue;
    // Told last: a window that hears of it gets the new one.
    await ctx.db.meta.put({ key: 'catalogueVersion', value: catalogue.version });
    for (const { id, reason } of problems) await ctx.report({ code: unusableCode(id), subject: id, detail: reason });
    await this.#tellBadAreas(ctx);
  }

  /** The store has another one: it is used from now on, also by what was folded without knowing it. */
  async news(): Promise<void> {
    const before = judgedBy(this.#now);
    await this.open();
    foldProven(this.#ctx(), before);
  }

  /** Areas are drawn by windows, which read them from the store; what cannot be drawn is told here, once. */
  async #tellBadAreas(ctx: Context): Promise<void> {
    const ids = await ctx.db.directory.where('id').startsWith(PUBLISHED_AREAS).primaryKeys();
    for (const id of ids.filter((one) => !this.#seenAreas.has(one))) {
      this.#seenAreas.add(id);
      const read = readPublishedAreas((await ctx.db.directory.get(id))?.doc);
      if (!read.ok) await ctx.report({ code: unusableCode(id), subject: id, detail: read.error });
    }
  }
}
