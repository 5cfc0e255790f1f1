import { NUMBERED_KINDS, seriesKey } from '#shared/documents/number.ts';
import { BLOCK_SIZE, blockRange, leaseId, nextBlockToLease } from '#shared/documents/numbering.ts';
import type { Series } from '#shared/events/documentEvents.ts';
import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import type { Context } from '../context.ts';
import type { Remote } from '../remote/remote.ts';
import type { Profile } from '../session/session.ts';
import type { LeaseRow } from '../tables.ts';

import { leftIn } from './grant.ts';
import { readAllSeries, readSeries } from './series.ts';
import { ownStanding } from './standing.ts';

/** A new block is leased when fewer numbers than this are left: an officer should never meet the last one. */
const LEASE_BELOW = 20;

/** How long to wait after a burned block, in milliseconds: doubled up to the second value with each one more. */
const PAUSE_MS = [60_000, 3_600_000] as const;
/** A cluster that is not whole answers 202 for hours, and a round of the sync takes seconds. */
const pauses = new WeakMap<Remote, { readonly ms: number; readonly untilMs: number }>();

/** The series of a kind of document that a person issues from now. */
export function ownSeries(ctx: Context, profile: Profile, kind: string): Series {
  return { org: profile.org, kind, year: chinaYearOf(ctx.clock.nowMs()) };
}

/**
 * Leases the next block of every series of which few numbers are left. Granted only by a 201 on the PUT itself; after
 * 202 or a lost answer the block is burned: nobody can say whose it is. A plain refusal burns nothing, and ends the round.
 */
export async function leaseIfLow(ctx: Context, remote: Remote, authorization: string, profile: Profile): Promise<void> {
  // The server would refuse it, too: no request is made for what only an administrator can give.
  if ((await ownStanding(ctx, profile)) !== 'approved') return;
  const kinds = NUMBERED_KINDS.map((kind) => ownSeries(ctx, profile, kind));
  const states = await readAllSeries(ctx.db, kinds.map(seriesKey), ctx.runtime.device);
  const low = kinds.filter((_, at) => leftIn(states[at]) < LEASE_BELOW);
  for (const series of low) {
    if (ctx.clock.nowMs() < (pauses.get(remote)?.untilMs ?? 0)) return;
    if (!(await leaseNext(ctx, remote, authorization, profile, series))) return;
  }
}

/** Leases the next block of a series; false when it is no use to go on asking now. */
async function leaseNext(
  ctx: Context,
  remote: Remote,
  authorization: string,
  profile: Profile,
  series: Series,
): Promise<boolean> {
  for (let tries = 0; tries < 5; tries += 1) {
    const seen = await ctx.db.leases.where('series').equals(seriesKey(series)).toArray();
    const known = await readSeries(ctx.db, seriesKey(series), ctx.runtime.device);
    const block = nextBlockToLease(
      seen.map((lease) => lease.block),
      known.seen,
      known.floor,
    );
    const row: LeaseRow = {
      id: leaseId(series, block),
      series: seriesKey(series),
      block,
      ...blockRange(block),
      device: ctx.runtime.device,
      state: 'granted',
      fresh: true,
    };
    const status = await putLease(ctx, remote, authorization, profile, row);
    if (status === 201) {
      pauses.delete(remote);
      await keep(ctx, row);
      return true;
    }
    if (status >= 400 && status < 500 && status !== 409) return false;
    // 409: another device's; anything else unclear: burned. Both are known from now on and the next block is tried.
    await keep(ctx, { ...row, device: status === 409 ? 'unknown' : row.device, state: 'burned', fresh: undefined });
    if (status === 409) continue;
    pause(ctx, remote);
    return false;
  }
  return true;
}

async function putLease(
  ctx: Context,
  remote: Remote,
  authorization: string,
  profile: Profile,
  row: LeaseRow,
): Promise<number> {
  const body = {
    kind: 'lease',
    by: profile.user,
    org: profile.org,
    device: ctx.runtime.device,
    nonce: ctx.random.nonce('lease'),
    series: row.series,
    block: row.block,
    from: row.from,
    to: row.to,
    size: BLOCK_SIZE,
    at: ctx.clock.nowIso(),
  };
  try {
    return (await remote.fetch(`/numbers/${encodeURIComponent(row.id)}`, { method: 'PUT', authorization, body }))
      .status;
  } catch (error) {
    pause(ctx, remote);
    await keep(ctx, { ...row, state: 'burned', fresh: undefined });
    throw error;
  }
}

function pause(ctx: Context, remote: Remote): void {
  const before = pauses.get(remote)?.ms;
  const ms = before === undefined ? PAUSE_MS[0] : Math.min(before * 2, PAUSE_MS[1]);
  pauses.set(remote, { ms, untilMs: ctx.clock.nowMs() + ms });
}

async function keep(ctx: Context, row: LeaseRow): Promise<void> {
  await ctx.port.call('journal.append', { entries: [{ kind: 'note', key: row.id, body: row }] });
  await ctx.db.leases.put(row);
}
