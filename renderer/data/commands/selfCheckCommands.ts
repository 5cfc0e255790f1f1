import { SELF_CHECK_ITEM } from '#shared/events/siteEvents.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';
import { selfCheckKey } from '#shared/site/selfCheck.ts';

import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import type { CommandAnswer, CommandError, CommandInput, CommandResults } from '../protocol.ts';
import type { Profile } from '../session/session.ts';
import { commitEvents, type NewEvent } from '../store/commit.ts';
import type { SiteRow } from '../tables.ts';

import { authorFor, todayOn } from './author.ts';
import { ownSite } from './ownSite.ts';
import { photoEvents } from './photoEvents.ts';

type Row = CommandInput<'site.importSelfChecks'>['rows'][number];

/** So many checks are written at once: all or none of them. */
const PORTION = 100;

/** 自治联盟自查: writes down what an alliance found at a shop. Once for a person and a day. */
export async function enterSelfCheck(
  ctx: Context,
  { siteId, ...check }: CommandInput<'site.selfCheck'>,
): Promise<CommandAnswer<Record<string, never>>> {
  const author = authorFor(ctx, 'site.selfChecked', ...(check.photos.length > 0 ? (['photo.added'] as const) : []));
  if (!author.ok) return author;
  const site = await shopOf(ctx, author.value, { siteId, checkedOn: check.checkedOn });
  if (!site.ok) return site;
  if ((await keysAt(ctx, siteId)).has(selfCheckKey(check)))
    return refuse('self_check_twice', { subject: `${check.checkedOn} ${check.by}` });
  const stream = `site:${siteId}`;
  const uses = check.photos.map((sha256) => ({ sha256, purpose: 'scene' as const, item: SELF_CHECK_ITEM }));
  const added = await photoEvents(ctx, stream, site.value.org, uses);
  if (!added.ok) return added;
  const event: NewEvent = { type: 'site.selfChecked', stream, ownerOrg: site.value.org, data: check };
  await commitEvents(ctx, author.value, [event, ...added.value.events], { blobs: added.value.blobs });
  return { ok: true, value: {} };
}

/**
 * Takes rows of a table in: what is there already is passed over, so that the same file goes on where it stopped. Refused as a
 * whole where a row names no shop of the own organisation, or a day to come.
 */
export async function importSelfChecks(
  ctx: Context,
  { rows }: CommandInput<'site.importSelfChecks'>,
): Promise<CommandAnswer<CommandResults['site.importSelfChecks']>> {
  const author = authorFor(ctx, 'site.selfChecked');
  if (!author.ok) return author;
  const batch = ctx.random.uuid('batch', ctx.clock.nowMs());
  const known = new Map<string, Set<string>>();
  const events: NewEvent[] = [];
  for (const row of rows) {
    const site = await shopOf(ctx, author.value, row);
    if (!site.ok) return site;
    const keys = known.get(row.siteId) ?? (await keysAt(ctx, row.siteId));
    known.set(row.siteId, keys);
    if (keys.has(selfCheckKey(row))) continue;
    keys.add(selfCheckKey(row));
    const { siteId, ...check } = row;
    const data = { ...check, photos: [], batch };
    events.push({ type: 'site.selfChecked', stream: `site:${siteId}`, ownerOrg: site.value.org, data });
  }
  for (let at = 0; at < events.length; at += PORTION)
    await commitEvents(ctx, author.value, events.slice(at, at + PORTION));
  return { ok: true, value: { taken: events.length, known: rows.length - events.length } };
}

/** A shop of the own organisation, looked at on a day that has come. */
async function shopOf(
  ctx: Context,
  { org }: Profile,
  { siteId, checkedOn }: Pick<Row, 'siteId' | 'checkedOn'>,
): Promise<Result<SiteRow, CommandError>> {
  const row = await ownSite(ctx, siteId, org);
  if (!row.ok) return row;
  if (row.value.register !== DEFAULT_REGISTER) return err({ code: 'self_check_no_shop', subject: row.value.name });
  if (checkedOn > todayOn(ctx)) return err({ code: 'self_check_in_future', subject: checkedOn });
  return ok(row.value);
}

async function keysAt(ctx: Context, siteId: string): Promise<Set<string>> {
  return new Set((await ctx.db.selfChecks.get(siteId))?.checks.map(selfCheckKey));
}
