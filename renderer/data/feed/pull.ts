import type { Context } from '../context.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';

import { pagesAhead } from './ahead.ts';
import { applyPage } from './apply.ts';
import type { Classified } from './classify.ts';
import { ProgressTeller } from './progress.ts';

/** What a pull of one database brought. */
export type Pulled = { readonly rows: number; readonly newEvents: number };

/** How many of the newest changes a first pull shows before it begins at the beginning. */
const NEWEST_ROWS = 300;

/** So many events may wait in memory to be folded after the last page; beyond, streams are folded between pages. */
const EASE_ABOVE = 12_000;

/**
 * Reads a database's changes from the stored checkpoint until it is caught up and all of it is projected. Reading and
 * verifying the next pages overlap with writing. A first pull that takes long shows the newest changes first. Throws a
 * `RemoteProblem` when the server cannot be read, an error when the store cannot be written; either way the checkpoint
 * stands at the last page that is wholly here.
 */
export async function pullDatabase(ctx: Context, remote: Remote, authorization: string, db: string): Promise<Pulled> {
  const checkpoint = await ctx.db.feeds.get(db);
  const progress = new ProgressTeller(ctx, db, checkpoint === undefined);
  const pulled = { rows: 0, newEvents: 0 };
  const from = { authorization, db, since: checkpoint?.since ?? '0' };
  let since = checkpoint?.since;
  try {
    for await (const page of pagesAhead({ reader: ctx.reader, remote }, from, () => ctx.projector.step())) {
      if (checkpoint === undefined && pulled.rows === 0 && !page.isLast)
        pulled.newEvents += await showNewest(ctx, remote, authorization, db);
      if (page.rows > 0 || page.since !== since) pulled.newEvents += await take(ctx, db, page.found, page.since);
      since = page.since;
      pulled.rows += page.rows;
      while (ctx.reader.kept() > EASE_ABOVE && (await ctx.projector.easeFolder())) continue;
      await progress.tell(pulled.rows, page.pending);
    }
    await ctx.projector.drain();
  } finally {
    await progress.end();
  }
  return pulled;
}

/** The newest changes, at once on the screens. The checkpoint does not know of them, so they come again. */
async function showNewest(ctx: Context, remote: Remote, authorization: string, db: string): Promise<number> {
  const request = { authorization, db, since: '', limit: NEWEST_ROWS, newestFirst: true };
  const newest = await ctx.reader.read(remote, request).found.catch((error: unknown) => {
    if (error instanceof RemoteProblem) return []; // only an order; the pages after tell what is wrong
    throw error;
  });
  const newEvents = await take(ctx, db, newest, undefined);
  await ctx.projector.drain();
  return newEvents;
}

async function take(
  ctx: Context,
  db: string,
  found: readonly Classified[],
  since: string | undefined,
): Promise<number> {
  const applied = await applyPage(ctx, db, found, since);
  for (const subject of applied.forgeries) await ctx.report({ code: 'forgery', subject, detail: db });
  return applied.newEvents;
}
