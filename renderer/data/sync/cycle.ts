import type { Context } from '../context.ts';
import { keepRecoveryKey } from '../exchange/recoveryKey.ts';
import { liftVouched } from '../exchange/vouch.ts';
import { pullDatabase } from '../feed/pull.ts';
import { leaseIfLow } from '../numbers/lease.ts';
import { signHeads } from '../outbox/heads.ts';
import { pushEvents } from '../outbox/push.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import { readServerTime } from '../remote/serverTime.ts';
import { MAX_ISSUE_SKEW_MS } from '../runtime/clock.ts';
import { saySeenDaily } from '../session/lastSeen.ts';
import type { Profile } from '../session/session.ts';
import { roomForSync } from '../store/room.ts';

import { databasesOf } from './databases.ts';

/**
 * One round: people and numbers first, then own events up, others' events down; the lane of photos is only kicked, so
 * that they never delay a record. Throws a `RemoteProblem` when the server cannot be used.
 */
export async function syncRound(ctx: Context, remote: Remote, profile: Profile, authorization: string): Promise<void> {
  const room = await roomForSync(ctx.port);
  if (room !== 'all') {
    if (room === 'push_only') await pushEvents(ctx, remote, authorization, profile.user);
    throw new RemoteProblem('disk_full');
  }
  await learnServerTime(ctx, remote);
  await pullDatabase(ctx, remote, authorization, 'bureau');
  await keepRecoveryKey(ctx);
  await pullDatabase(ctx, remote, authorization, 'numbers');
  await pushEvents(ctx, remote, authorization, profile.user);
  for (const db of await databasesOf(ctx, profile)) await pullIfThere(ctx, remote, authorization, db);
  if (profile.certificate !== undefined) await leaseIfLow(ctx, remote, authorization, profile);
  await saySeenDaily(ctx, remote, authorization, profile);
  await signHeads(ctx, remote, authorization, profile);
  await liftVouched(ctx, remote, authorization, profile);
  ctx.lane.kick();
}

async function learnServerTime(ctx: Context, remote: Remote): Promise<void> {
  const serverMs = await readServerTime(remote);
  if (serverMs === undefined) return;
  ctx.clock.learnServerTime(serverMs);
  const offsetMs = ctx.clock.serverOffsetMs ?? 0;
  if (Math.abs(offsetMs) > MAX_ISSUE_SKEW_MS)
    await ctx.report({ code: 'clock_wrong', subject: '', detail: String(offsetMs) });
}

/** A database that the bureau has not made (a year without cases) or that is closed to this role is left out. */
async function pullIfThere(ctx: Context, remote: Remote, authorization: string, db: string): Promise<void> {
  try {
    await pullDatabase(ctx, remote, authorization, db);
  } catch (error) {
    if (
      error instanceof RemoteProblem &&
      (error.status === 404 || (error.status === 403 && error.problem !== 'account_locked'))
    )
      return;
    throw error;
  }
}
