import { z } from 'zod';

import { BLOCK_SIZE } from '#shared/documents/numbering.ts';

import type { Context } from '../context.ts';
import { blockName } from '../feed/apply.ts';
import type { Place } from '../feed/compare.ts';
import type { Profile } from '../session/session.ts';
import type { LeaseRow } from '../tables.ts';

import { tellBurned } from './tellBurned.ts';

const holders = z.looseObject({
  rows: z.array(z.looseObject({ key: z.string(), doc: z.looseObject({ device: z.string() }).nullish() })),
});

/**
 * Says to a server that forgot them which blocks of numbers are this device's. A block that somebody else was granted
 * meanwhile is burned here and named: numbers of it that were already used may stand on two documents.
 */
export async function leaseAgain(
  ctx: Context,
  place: Place,
  profile: Profile,
  serverIds: ReadonlySet<string>,
): Promise<void> {
  const own = await ownBlocks(ctx);
  const taken = new Set(
    await blocksLost(
      ctx,
      place,
      own.filter(({ id }) => serverIds.has(id)),
    ),
  );
  for (const row of own.filter(({ id }) => taken.has(id))) await giveUp(ctx, row);
  for (const row of own.filter(({ id }) => !serverIds.has(id))) {
    const [org = ''] = row.series.split(':');
    const { series, block, from, to } = row;
    const body = {
      ...{ kind: 'lease', by: profile.user, org, device: ctx.runtime.device, nonce: ctx.random.nonce('lease') },
      ...{ series, block, from, to, size: BLOCK_SIZE, at: ctx.clock.nowIso() },
    };
    const path = `/numbers/${encodeURIComponent(row.id)}`;
    const { authorization } = place;
    const { status } = await place.remote.fetch(path, { method: 'PUT', authorization, body });
    // Refused to this person (another organisation's officer, say): asked again next time.
    if (status === 409) await giveUp(ctx, row);
    else if (status === 201) await ctx.db.leases.update(row.id, { fresh: true });
  }
  await tellBurned(ctx, place, profile, serverIds);
}

/** The blocks this device was granted. */
export function ownBlocks(ctx: Context): Promise<LeaseRow[]> {
  return ctx.db.leases.filter((row) => row.device === ctx.runtime.device && row.state === 'granted').toArray();
}

/** Those of the blocks that the server does not know, or knows as somebody else's: a block's id does not tell whose it is. */
export async function blocksLost(
  ctx: Context,
  { remote, authorization }: Pick<Place, 'remote' | 'authorization'>,
  blocks: readonly LeaseRow[],
): Promise<string[]> {
  if (blocks.length === 0) return [];
  const keys = blocks.map(({ id }) => id);
  const path = '/numbers/_all_docs?include_docs=true';
  const answer = await remote.read(holders, path, { method: 'POST', authorization, body: { keys } });
  return answer.rows.flatMap(({ key, doc }) => (doc?.device === ctx.runtime.device ? [] : [key]));
}

async function giveUp(ctx: Context, row: LeaseRow): Promise<void> {
  const burned = { ...row, state: 'burned' as const };
  await ctx.port.call('journal.append', { entries: [{ kind: 'note', key: row.id, body: burned }] });
  await ctx.db.leases.put(burned);
  await ctx.report({ code: 'lease_taken', subject: blockName(row) });
}
