import type { SiteData } from '#shared/events/siteEvents.ts';
import { IMPORT_PORTION, importedSiteId } from '#shared/site/batch.ts';

import type { Context } from '../context.ts';
import { rangeOf } from '../projections/heldIds.ts';
import type { CommandInput } from '../protocol.ts';
import type { Profile } from '../session/session.ts';
import type { UndonePortion } from '../siteProtocol.ts';
import { commitEvents, type NewEvent } from '../store/commit.ts';
import type { SiteRow } from '../tables.ts';

/** Why a thing is withdrawn whose import was undone. */
const UNDONE = '撤销导入';

/**
 * Registers a portion of an import, all or nothing; answers how many rows were not there yet. Rows that were written by an
 * earlier try are known by their ids.
 */
export async function importPortion(
  ctx: Context,
  author: Profile,
  { batch, from, rows }: { readonly batch: string; readonly from: number; readonly rows: readonly SiteData[] },
): Promise<number> {
  const ids = rows.map((_, at) => importedSiteId(batch, from + at));
  const known = await Promise.all(ids.map((id) => rangeOf(ctx.db, `site:${id}`).count()));
  const events = rows.flatMap((data, at): NewEvent[] =>
    known[at] === 0
      ? [
          {
            type: 'site.registered',
            stream: `site:${ids[at] ?? ''}`,
            ownerOrg: author.org,
            data: { ...data, batch },
          },
        ]
      : [],
  );
  if (events.length > 0) await commitEvents(ctx, author, events);
  return events.length;
}

/**
 * Withdraws the next things of an import, in the order of their ids. What somebody has changed, inspected or opened a case of
 * is kept and named; so is what another organisation owns.
 */
export async function undoPortion(
  ctx: Context,
  author: Profile,
  { batch, after }: CommandInput<'site.undoImport'>,
): Promise<UndonePortion> {
  const keys = (await ctx.db.sites.where('batch').equals(batch).primaryKeys()).sort();
  const rest = keys.filter((key) => after === undefined || key > after);
  const found = await ctx.db.sites.bulkGet(rest.slice(0, IMPORT_PORTION));
  const rows = found.filter((row) => row !== undefined);
  const used = await usedSites(ctx, rows);
  const isTouched = async (row: SiteRow): Promise<boolean> =>
    row.org !== author.org || used.has(row.id) || (await rangeOf(ctx.db, `site:${row.id}`).count()) > 1;
  const touched = await Promise.all(rows.map(isTouched));
  const gone = rows.filter((_, at) => touched[at] === false);
  const kept = rows.filter((_, at) => touched[at] === true).map(({ id, name }) => ({ siteId: id, name }));
  const events = gone.map(({ id, org }): NewEvent => ({
    type: 'site.withdrawn',
    stream: `site:${id}`,
    ownerOrg: org,
    data: { reason: UNDONE, batch },
  }));
  if (events.length > 0) await commitEvents(ctx, author, events);
  const last = rest[IMPORT_PORTION - 1];
  return { withdrawn: gone.length, kept, ...(rest.length > IMPORT_PORTION && last !== undefined && { next: last }) };
}

async function usedSites({ db }: Context, rows: readonly SiteRow[]): Promise<ReadonlySet<string>> {
  const ids = new Set(rows.map(({ id }) => id));
  const used = new Set<string>();
  await db.inspections
    .where('siteId')
    .anyOf([...ids])
    .each(({ siteId }) => used.add(siteId));
  await db.cases.each(({ site }) => {
    if (ids.has(site.siteId)) used.add(site.siteId);
  });
  return used;
}
