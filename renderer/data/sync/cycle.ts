import type { Context } from '../context.ts';
import { keepRecoveryKey } from '../exchange/recoveryKey.ts';
import { liftVouched } from '../exchange/vouch.ts';
import { leaseIfLow } from '../numbers/lease.ts';
import { tellBurned } from '../numbers/tellBurned.ts';
import { signHeads } from '../outbox/heads.ts';
import { pushEvents } from '../outbox/push.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import { readServerTime } from '../remote/serverTime.ts';
import { MAX_ISSUE_SKEW_MS } from '../runtime/clock.ts';
import { saySeenDaily } from '../session/lastSeen.ts';
import type { Profile } from '../session/session.ts';
import { keepDirectory } from '../store/keepDirectory.ts';
import { roomForSync } from '../store/room.ts';

import { lookAtAccess } from './access.ts';
import { databasesOf, olderThanLast } from './databases.ts';
import { lookForBlobs, settleOthersBlobs } from './evidence.ts';
import { takeIntake } from './intake.ts';
import { inLanes } from './lanes.ts';
import type { Rotation } from './rotation.ts';
import { visitDatabase } from './visit.ts';
import { followWithheld } from './withheldElsewhere.ts';

/** How many databases are read at once: with two long polls and a photo below the six requests Chromium allows a host. */
const LANES = 2;
/** How often the server is asked for its clock, in milliseconds. */
const TIME_EVERY_MS = 300_000;
const askedTime = new WeakMap<Remote, number>();

/** What sync has of its own between two ticks: whose turn it is, which databases are watched, and how to push. */
export type Turn = {
  readonly rotation: Rotation;
  readonly watched: ReadonlySet<string>;
  readonly push: () => Promise<unknown>;
};

/**
 * One whole round: people and numbers first, then own events up, others' events down; the lane of photos is only kicked,
 * so that they never delay a record. Throws a `RemoteProblem` when the server cannot be used.
 */
export async function syncRound(
  ctx: Context,
  remote: Remote,
  profile: Profile,
  authorization: string,
  turn?: Turn,
): Promise<void> {
  await assertRoom(ctx, () =>
    turn === undefined ? pushEvents(ctx, remote, authorization, profile.user) : turn.push(),
  );
  await learnServerTime(ctx, remote);
  const visit = visitor(ctx, remote, profile, authorization, turn?.rotation);
  const [bureau = 'bureau', numbers = 'numbers'] = await databasesOf(ctx, profile);
  await visit(bureau); // the organisations to visit stand in it
  await keepRecoveryKey(ctx);
  await keepDirectory(ctx);
  await visit(numbers);
  await lookAtAccess(ctx, remote, authorization, profile, true);
  await (turn === undefined ? pushEvents(ctx, remote, authorization, profile.user) : turn.push());
  const all = (await databasesOf(ctx, profile)).slice(2);
  const older = new Set(olderThanLast(ctx, all));
  // A year that is over and was not there does not begin; this and last year's may, at any moment.
  const isWorthAsking = (db: string): boolean =>
    !older.has(db) || turn?.rotation.isAbsent(db, performance.now()) !== true;
  await inLanes(all.filter(isWorthAsking), LANES, visit, isUnreachable);
  await sendTheRest(ctx, remote, profile, authorization);
}

/**
 * One bounded step of the sync: own events up, then the few databases whose turn it is. Answers whether some still wait
 * for their first visit, so that the next tick may follow at once.
 */
export async function syncTick(
  ctx: Context,
  remote: Remote,
  profile: Profile,
  authorization: string,
  turn: Turn,
): Promise<{ readonly isFirstRound: boolean }> {
  await assertRoom(ctx, turn.push);
  const nowMs = performance.now(); // turns go by time that passes, whatever the wall clock does
  if (nowMs - (askedTime.get(remote) ?? -TIME_EVERY_MS) >= TIME_EVERY_MS) await learnServerTime(ctx, remote);
  await lookAtAccess(ctx, remote, authorization, profile, false);
  await turn.push();
  const visit = visitor(ctx, remote, profile, authorization, turn.rotation);
  const all = await databasesOf(ctx, profile);
  const next = turn.rotation.next(all, turn.watched, nowMs);
  const [first] = next;
  // The organisations stand in `bureau`, and numbers that others used count before anything else.
  const before = first === 'bureau' ? next.slice(0, 2) : [];
  for (const db of before) await visit(db);
  if (before.length > 0) {
    await keepRecoveryKey(ctx);
    await keepDirectory(ctx);
  }
  await inLanes(next.slice(before.length), LANES, visit, isUnreachable);
  await sendTheRest(ctx, remote, profile, authorization);
  return { isFirstRound: turn.rotation.isFirstRound(await databasesOf(ctx, profile)) };
}

/** With little room on the disk own events still go up, and nothing comes down. Throws a `RemoteProblem` then. */
async function assertRoom(ctx: Context, push: () => Promise<unknown>): Promise<void> {
  const room = await roomForSync(ctx.port);
  if (room === 'all') return;
  if (room === 'push_only') await push();
  throw new RemoteProblem('disk_full');
}

function visitor(
  ctx: Context,
  remote: Remote,
  profile: Profile,
  authorization: string,
  rotation: Rotation | undefined,
): (db: string) => Promise<void> {
  return async (db) => {
    const end = await visitDatabase(ctx, { remote, authorization, db }, profile);
    rotation?.noteVisit(db, end, performance.now());
  };
}

async function sendTheRest(ctx: Context, remote: Remote, profile: Profile, authorization: string): Promise<void> {
  if (profile.certificate !== undefined) {
    // Before another block is asked for: a device that is lost then leaves no gap that nobody can explain.
    await tellBurned(ctx, { remote, authorization }, profile);
    await leaseIfLow(ctx, remote, authorization, profile);
  }
  await saySeenDaily(ctx, remote, authorization, profile);
  await signHeads(ctx, remote, authorization, profile);
  await liftVouched(ctx, remote, authorization, profile);
  await lookForBlobs(ctx, { remote, authorization }, 'sample');
  await followWithheld(ctx);
  await takeIntake(ctx, remote, authorization, profile);
  await settleOthersBlobs(ctx, { remote, authorization }, profile.user);
  ctx.lane.kick();
}

/** Without an answer, or with a password refused, the next database would fare no better. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof RemoteProblem)) return true;
  return error.status === undefined || error.status === 401 || error.problem === 'account_locked';
}

async function learnServerTime(ctx: Context, remote: Remote): Promise<void> {
  const serverMs = await readServerTime(remote);
  askedTime.set(remote, performance.now());
  if (serverMs === undefined) return;
  ctx.clock.learnServerTime(serverMs);
  const offsetMs = ctx.clock.serverOffsetMs ?? 0;
  if (Math.abs(offsetMs) > MAX_ISSUE_SKEW_MS)
    await ctx.report({ code: 'clock_wrong', subject: '', detail: String(offsetMs) });
}
