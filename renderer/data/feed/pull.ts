import type { Context } from '../context.ts';
import type { Remote } from '../remote/remote.ts';

import { applyPage } from './apply.ts';
import { PAGE_ROWS, readAncestors, readChanges, readLeaves, type ChangeRow } from './changes.ts';
import { classify, type Classified } from './classify.ts';

/** What a pull of one database brought. */
export type Pulled = { readonly rows: number; readonly newEvents: number };

/**
 * Reads a database's changes from the stored checkpoint until it is caught up. Reading the next page overlaps with
 * writing the last one. Throws a `RemoteProblem` when the server cannot be read, an error when the store cannot be
 * written; either way the checkpoint stands at the last page that is wholly here.
 */
export async function pullDatabase(ctx: Context, remote: Remote, authorization: string, db: string): Promise<Pulled> {
  let since = (await ctx.db.feeds.get(db))?.since ?? '0';
  let rows = 0;
  let newEvents = 0;
  let next = readChanges(remote, authorization, db, since);
  for (;;) {
    const page = await next;
    const done = page.rows.length < PAGE_ROWS;
    if (!done) {
      next = readChanges(remote, authorization, db, page.since);
      next.catch(() => undefined); // awaited in the next round; a failed write below must not leave it unhandled
    }
    if (page.rows.length > 0 || page.since !== since) {
      const found = await classifyPage(remote, authorization, db, page.rows);
      const applied = await applyPage(ctx, db, found, page.since);
      for (const subject of applied.forgeries) await ctx.report({ code: 'forgery', subject, detail: db });
      newEvents += applied.newEvents;
      rows += page.rows.length;
    }
    since = page.since;
    if (done) return { rows, newEvents };
  }
}

/** Where no leaf proves an event, its history may: a child written over the true body does not hide it. */
async function classifyWithHistory(
  remote: Remote,
  authorization: string,
  db: string,
  row: ChangeRow,
  leaves: readonly Record<string, unknown>[],
): Promise<Classified[]> {
  const found = classify(row, leaves);
  const isHidden = found.some(
    (one) => one.is === 'quarantine' && (one.reason === 'forged' || one.reason === 'deleted'),
  );
  if (!isHidden || found.some((one) => one.is === 'event')) return found;
  const all = await readLeaves(remote, authorization, db, row.id);
  const ancestors = await readAncestors(remote, authorization, db, all);
  return ancestors.length === 0 ? found : classify(row, [...all, ...ancestors]);
}

async function classifyPage(
  remote: Remote,
  authorization: string,
  db: string,
  rows: readonly ChangeRow[],
): Promise<Classified[]> {
  const found: Classified[] = [];
  for (const row of rows) {
    const simple = row.changes.length === 1 && row.doc && row.deleted !== true;
    const leaves = simple && row.doc ? [row.doc] : await readLeaves(remote, authorization, db, row.id);
    found.push(...(await classifyWithHistory(remote, authorization, db, row, leaves)));
  }
  return found;
}
