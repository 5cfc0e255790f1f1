import type { Context } from '../context.ts';
import type { SignInProblem, SyncStatus } from '../status.ts';

/** Counts what waits and shows it with the phase; screens watch the row. `resumesMs`: when it goes on by itself. */
export async function showSyncStatus(
  ctx: Context,
  phase: SyncStatus['phase'],
  problem?: SignInProblem,
  resumesMs?: number,
): Promise<SyncStatus> {
  const [waitingEvents, refusedEvents, waitingBlobs, refusedBlobs, quarantined, before] = await Promise.all([
    ctx.db.outbox.where('state').equals('waiting').count(),
    ctx.db.outbox.where('state').equals('refused').count(),
    ctx.db.blobs.where('state').equals('waiting').count(),
    ctx.db.blobs.where('state').equals('refused').count(),
    ctx.db.quarantine.count(),
    ctx.db.meta.get('sync'),
  ]);
  const lastSyncAt = phase === 'in_sync' ? ctx.clock.nowIso() : (before?.value as SyncStatus | undefined)?.lastSyncAt;
  const status: SyncStatus = {
    phase,
    waitingEvents,
    waitingBlobs,
    refused: refusedEvents + refusedBlobs,
    quarantined,
    ...(problem === undefined ? {} : { problem }),
    ...(resumesMs === undefined || !Number.isFinite(resumesMs) ? {} : { resumesAt: new Date(resumesMs).toISOString() }),
    ...(lastSyncAt === undefined ? {} : { lastSyncAt }),
  };
  await ctx.db.meta.put({ key: 'sync', value: status });
  return status;
}
