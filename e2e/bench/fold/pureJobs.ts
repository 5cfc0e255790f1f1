import { fileSteps } from '#shared/case/fileSteps.ts';
import { foldCase } from '#shared/case/fold.ts';
import type { CaseState } from '#shared/case/state.ts';
import { openSteps } from '#shared/case/steps.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';
import { anOfficer, aSecond, ORG } from '#shared/testing/builders.ts';

import { QuickRandom } from '../../faults/histories/quickRandom.ts';

import { caseOf } from './fileLoad.ts';

const DAY_MS = 86_400_000;
/** Events that are made at a time: what is made need not all be held. */
const PIECE = 20_000;

/** What is asked of the pure parts: so many events or cases, so often. */
export type PureJob = { readonly size: number; readonly times: number; readonly seed: string };
/** The time of each round in milliseconds, and what was done in each. */
export type PureAnswer = { readonly ms: readonly number[]; readonly done: number };

/** Folds so many events of cases of every procedure, each stream in a random order of arrival with doubles. */
export async function foldAll({ size, times, seed }: PureJob): Promise<PureAnswer> {
  const random = new QuickRandom(seed);
  const ms = new Array<number>(times).fill(0);
  let done = 0;
  for (let place = 0; done < size;) {
    const arrived: (readonly EventEnvelope[])[] = [];
    const end = Math.min(size, done + PIECE);
    for (; done < end; place += 1) {
      const events = caseOf(place, seed);
      done += events.length;
      arrived.push(random.shuffled(events));
    }
    for (let round = 0; round < times; round += 1) {
      const startedMs = performance.now();
      for (const events of arrived) foldCase(events);
      ms[round] = (ms[round] ?? 0) + performance.now() - startedMs;
    }
    await breathe();
  }
  return { ms, done };
}

/** Answers for so many cases which steps are open and why the others are not, as a list of cases would ask. */
export async function guardAll({ size, times, seed }: PureJob): Promise<PureAnswer> {
  const cases = Array.from({ length: size }, (_, place) => askedOf(caseOf(place, seed)));
  const ms: number[] = [];
  let done = 0;
  for (let round = 0; round < times; round += 1) {
    await breathe();
    const startedMs = performance.now();
    done = cases.reduce((sum, one) => sum + stepsOf(one), 0);
    ms.push(performance.now() - startedMs);
  }
  return { ms, done };
}

type Asked = { readonly state: CaseState; readonly nowMs: number };

function askedOf(events: readonly EventEnvelope[]): Asked {
  const state = foldCase(events);
  const last = events.at(-1);
  if (state === undefined || last === undefined) throw new Error('a case was not opened');
  return { state, nowMs: Date.parse(last.wallAt) + DAY_MS };
}

function stepsOf({ state, nowMs }: Asked): number {
  const [officer, second] = [anOfficer(), aSecond()];
  if (state.file === undefined)
    return openSteps(state, { role: 'officer', org: ORG, todayOn: chinaDateOf(nowMs), officer, second }).length;
  return fileSteps(state, { by: 'chen', role: 'officer', org: ORG, nowMs, officer, second }).length;
}

/** The worker has other things to do, too. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
