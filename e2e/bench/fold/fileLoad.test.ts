import { describe, expect, it } from 'vitest';

import { foldCase } from '#shared/case/fold.ts';
import { verifyEvent } from '#shared/events/envelope.ts';

import { caseOf } from './fileLoad.ts';

const CASES = Array.from({ length: 150 }, (_, place) => caseOf(place, 'test'));

describe('the cases that are folded', () => {
  it('are sound events of streams of their own, the same again with the same seed', () => {
    expect(CASES.flat().filter((event) => !verifyEvent(event).ok)).toEqual([]);
    expect(new Set(CASES.map(([first]) => first?.stream)).size).toBe(CASES.length);
    expect(new Set(CASES.flat().map(({ _id }) => _id)).size).toBe(CASES.flat().length);
    expect(caseOf(7, 'test')).toEqual(CASES[7]);
  });

  it('keep the rules, go by every procedure and came differently far', () => {
    const states = CASES.flatMap((events) => foldCase(events) ?? []);
    expect(states).toHaveLength(CASES.length);
    expect(states.flatMap(({ timeline }) => timeline).filter(({ verdict }) => verdict.is !== 'applied')).toEqual([]);
    expect(new Set(states.map(({ procedure }) => procedure)).size).toBe(4);
    expect(new Set(states.map(({ stage }) => stage)).size).toBeGreaterThan(8);
  });
});
