import { z } from 'zod';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { bundleState, type BundleState } from '#shared/exchange/bundleFormat.ts';
import { ruleOfReason } from '#shared/sync/refusal.ts';

import type { Context } from '../context.ts';
import type { ImportedRow, OutboxRow } from '../tables.ts';

const NOTE = 'imported:';
const markBody = z.object({
  id: z.string(),
  db: z.string(),
  log: z.string(),
  n: z.int(),
  by: z.string(),
  device: z.string(),
  from: z.string(),
  bundle: z.string(),
  at: z.string(),
  state: bundleState,
});

/** What the journal keeps of an imported event until someone vouches for it: whose it is and the state it came with. */
export function importedNote(mark: ImportedRow): JournalEntry {
  return { kind: 'note', key: `${NOTE}${mark.id}`, body: mark };
}

/** A bundle's state as the outbox keeps it. */
export function outboxStateOf({
  is,
  rule,
  reason,
  at,
}: BundleState): Pick<OutboxRow, 'state' | 'rule' | 'reason' | 'refusedAt'> {
  if (is === 'waiting') return { state: 'waiting' };
  return { state: 'refused', rule: rule ?? ruleOfReason(reason ?? ''), reason, refusedAt: at };
}

/** Puts marks and states of imported events back that the journal has and the store lost. */
export async function replayMarks(ctx: Context, entries: readonly JournalEntry[]): Promise<void> {
  for (const { kind, key, body } of entries) {
    if (kind !== 'note' || !key.startsWith(NOTE)) continue;
    const mark = markBody.safeParse(body);
    if (!mark.success || (await ctx.db.imported.get(mark.data.id)) !== undefined) continue;
    await ctx.db.imported.put(mark.data);
    await ctx.db.outbox.update(mark.data.id, outboxStateOf(mark.data.state));
  }
}

/** Someone has vouched for these: they are records like any other now. The note goes last: a crash only asks again. */
export async function liftMarks(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db.imported.bulkDelete([...ids]);
  await ctx.port.call('journal.drop', { entries: ids.map((id) => ({ kind: 'note', key: `${NOTE}${id}` })) });
}
