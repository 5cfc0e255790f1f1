import type { EventEnvelope } from '#shared/events/envelope.ts';

import type { Context } from '../context.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';

import { halved, type BatchLimit } from './batch.ts';
import { isWholeNow, readBack } from './confirm.ts';
import { judgeAnswer } from './judge.ts';
import { learnLimit } from './pace.ts';
import { sendEvents } from './send.ts';
import { showSending } from './sending.ts';
import { keepPartly, keepRefused, settle } from './settle.ts';

/** Who sends where. */
export type Way = {
  readonly ctx: Context;
  readonly remote: Remote;
  readonly authorization: string;
  readonly db: string;
};

/** Size of an event on its way, in bytes. */
export function sizeOf(event: EventEnvelope): number {
  return new TextEncoder().encode(JSON.stringify(event)).length;
}

function sizeOfAll(events: readonly EventEnvelope[]): BatchLimit {
  return { events: events.length, bytes: events.reduce((sum, event) => sum + sizeOf(event), 0) };
}

/** Sends one batch and acts on the answer; `too_large`: it has to go again in smaller portions. */
export async function deliver(way: Way, events: readonly EventEnvelope[]): Promise<number | 'too_large'> {
  const { ctx, remote, authorization, db } = way;
  const [first] = events;
  if (first === undefined) return 0;
  await showSending(
    ctx,
    events.map((event) => event._id),
  );
  const answer = await send(way, events);
  switch (answer.is) {
    case 'results':
      return judged(way, events, answer);
    case 'too_large':
      if (events.length > 1) {
        await learnLimit(ctx.db, ctx.pace, halved(sizeOfAll(events)), ctx.clock.nowMs());
        return 'too_large';
      }
      await keepRefused(ctx, [{ id: first._id, reason: `${String(sizeOf(first))} bytes` }], 'too_large');
      return 0;
    case 'unclean':
      if (events.length > 1) return bisect({ ctx, remote, authorization, db }, events);
      await keepRefused(ctx, [{ id: first._id, reason: answer.reason }], 'unclean');
      return 0;
    case 'database_closed':
    case 'database_missing':
      await keepRefused(
        ctx,
        events.map((event) => ({ id: event._id, reason: answer.reason })),
        answer.is,
      );
      return 0;
  }
}

/** A line that is too slow for a batch would never carry it: the next try is half as large. */
async function send(
  { ctx, remote, authorization, db }: Way,
  events: readonly EventEnvelope[],
): ReturnType<typeof sendEvents> {
  try {
    return await sendEvents(remote, authorization, db, events);
  } catch (error) {
    if (error instanceof RemoteProblem && error.problem === 'timeout')
      await learnLimit(ctx.db, ctx.pace, halved(sizeOfAll(events)), ctx.clock.nowMs());
    throw error;
  }
}

/** A 400 speaks of the batch, not of a document: halve it until the culprit is alone and *refused*. */
async function bisect(way: Way, events: readonly EventEnvelope[]): Promise<number | 'too_large'> {
  const middle = Math.ceil(events.length / 2);
  const left = await deliver(way, events.slice(0, middle));
  const right = await deliver(way, events.slice(middle));
  return left === 'too_large' || right === 'too_large' ? 'too_large' : left + right;
}

async function judged(
  { ctx, remote, authorization, db }: Way,
  events: readonly EventEnvelope[],
  answer: Extract<Awaited<ReturnType<typeof sendEvents>>, { is: 'results' }>,
): Promise<number> {
  const { accepted, there, refused, unclear } = judgeAnswer(
    events.map((event) => event._id),
    answer.answers,
  );
  await keepRefused(ctx, refused);
  const isSure =
    answer.isWhole && (there.length === 0 || (await isWholeNow(remote, authorization, db, ctx.runtime.device)));
  const asked = new Set([...(answer.isWhole ? accepted : []), ...(isSure ? there : [])]);
  await keepPartly(
    ctx,
    [...accepted, ...there].filter((id) => !asked.has(id)),
  );
  const onServer = await readBack(
    remote,
    authorization,
    db,
    events.filter((event) => asked.has(event._id)),
  );
  await settle(ctx, onServer);
  if (unclear.length > 0 || onServer.length < asked.size || !isSure) ctx.pace.back();
  else ctx.pace.forward();
  return onServer.length;
}
