import { ruleOfReason, type RefusalRule } from '#shared/sync/refusal.ts';

import type { Context } from '../context.ts';
import type { BlobRefusal } from '../photos/serverAnswer.ts';
import type { OutboxRow } from '../tables.ts';

import type { Refused } from './judge.ts';

/**
 * Events that the server verifiably has wait no more: the store's row first, the journal last, so that a crash in between
 * only asks the server again. Their documents leave PouchDB by rotation, and the journal after some weeks.
 */
export async function settle(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db.outbox.bulkDelete([...ids]);
  await ctx.port.call('journal.settle', { keys: [...ids] });
}

/** Keeps what the server refused, with its rule and words; nothing is dropped. Without a `rule` the reason tells it. */
export async function keepRefused(ctx: Context, refused: readonly Refused[], rule?: RefusalRule): Promise<void> {
  const refusedAt = ctx.clock.nowIso();
  await change(ctx, refused, ({ reason }) => ({
    state: 'refused',
    rule: rule ?? ruleOfReason(reason),
    reason,
    refusedAt,
    partly: undefined,
  }));
}

/** Keeps a photo or document that the server refused, with its rule and words. */
export async function keepRefusedBlob(
  ctx: Context,
  key: string,
  { code, reason }: { readonly code: BlobRefusal['code'] | 'bytes_lost'; readonly reason: string },
): Promise<void> {
  const isOwnWord = code === 'too_large' || code === 'other_content' || code === 'bytes_lost';
  const rule = isOwnWord ? code : ruleOfReason(reason);
  await ctx.db.blobs.update(key, {
    state: 'refused',
    // A 403 that names no rule of the validation closes the whole database.
    rule: code === 'forbidden' && rule === 'unknown' ? 'database_closed' : rule,
    reason,
    since: ctx.clock.nowIso(),
  });
}

/** Notes that a cluster took these with too few of its nodes: they are not there yet, and people are told why. */
export async function keepPartly(ctx: Context, ids: readonly string[]): Promise<void> {
  await change(
    ctx,
    ids.map((id) => ({ id })),
    () => ({ partly: true }),
  );
}

async function change<T extends { readonly id: string }>(
  ctx: Context,
  items: readonly T[],
  to: (item: T) => Partial<OutboxRow>,
): Promise<void> {
  if (items.length === 0) return;
  await ctx.db.transaction('rw', ctx.db.outbox, async () => {
    const rows = await ctx.db.outbox.bulkGet(items.map(({ id }) => id));
    // A row that went away meanwhile was settled or withdrawn and must not come back.
    await ctx.db.outbox.bulkPut(
      items.flatMap((item, index) => (rows[index] === undefined ? [] : [{ ...rows[index], ...to(item) }])),
    );
  });
}
