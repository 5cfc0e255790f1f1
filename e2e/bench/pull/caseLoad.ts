import { foldCase } from '#shared/case/fold.ts';
import type { CaseState } from '#shared/case/state.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';

import { SeededRandom } from '../../fixtures/random.ts';

import { DeviceLog, type Author } from './deviceLog.ts';
import { authorsOf, citableMatters, ORG, shopsOf } from './parts.ts';
import { storyOf, type Step } from './story.ts';

/** A year's cases of one organisation, and what folding them must come to. */
export type CaseLoad = {
  readonly db: string;
  readonly events: readonly EventEnvelope[];
  readonly states: ReadonlyMap<string, CaseState>;
};

/** Builds `count` sealed events of cases, in the order in which they were written. The same seed gives the same events. */
export function caseLoad(count: number, year: number, seed: string): CaseLoad {
  const db = `case-${ORG.org}-${String(year)}`;
  const random = new SeededRandom(seed);
  const steps = plotSteps(random, count, Date.UTC(year, 1, 3, 1));
  const logs = new Map<Author, DeviceLog>();
  const streams = new Map<string, EventEnvelope[]>();
  const events: EventEnvelope[] = [];
  for (const { stream, atMs, author, drafts, decides } of steps) {
    const log = logs.get(author) ?? new DeviceLog(author, db);
    logs.set(author, log);
    const own = streams.get(stream) ?? [];
    streams.set(stream, own);
    const follows = decides ? foldCase(own)?.head : undefined;
    for (const draft of drafts) {
      if (events.length === count) break;
      const speaks = draft.type !== 'photo.added' && draft.type !== 'number.granted';
      const event = log.write(draft, stream, atMs, speaks ? follows : undefined);
      own.push(event);
      events.push(event);
    }
  }
  if (events.length < count) throw new Error(`only ${String(events.length)} events were made`);
  return { db, events, states: statesOf(streams) };
}

/** Enough cases, spread over ten months, with all their steps in order of time. */
function plotSteps(random: SeededRandom, count: number, fromMs: number): readonly Step[] {
  const { officers, brigade } = authorsOf(random, fromMs);
  const shops = shopsOf(random, 150, fromMs);
  const matters = citableMatters();
  const cases = Math.ceil(count / 4) + 1;
  const gapMs = Math.floor((300 * 24 * 3_600_000) / cases);
  let number = 0;
  const takeNumber = (): number => {
    number += 1;
    return number;
  };
  const steps = Array.from({ length: cases }, (_, index) => {
    const author = random.pick(officers);
    const second = random.pick(officers.filter((one) => one !== author));
    const atMs = fromMs + index * gapMs;
    return storyOf({
      random,
      atMs,
      author,
      second,
      brigade,
      shop: random.pick(shops),
      matter: random.pick(matters),
      takeNumber,
    });
  });
  return steps.flat().sort((a, b) => a.atMs - b.atMs);
}

function statesOf(streams: ReadonlyMap<string, readonly EventEnvelope[]>): Map<string, CaseState> {
  const states = new Map<string, CaseState>();
  for (const events of streams.values()) {
    const state = foldCase(events);
    if (state !== undefined) states.set(state.id, state);
  }
  return states;
}
