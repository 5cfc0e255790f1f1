import { describe, expect, it } from 'vitest';

import { verifyEvent } from '#shared/events/envelope.ts';

import { caseLoad } from './caseLoad.ts';

describe('the cases that are pulled', () => {
  const load = caseLoad(300, 2025, 'test');

  it('are as many sound events as asked for, the same again with the same seed', () => {
    expect(load.db).toBe('case-hsg-2025');
    expect(load.events).toHaveLength(300);
    expect(load.events.filter((event) => !verifyEvent(event).ok)).toEqual([]);
    expect(new Set(load.events.map(({ _id }) => _id)).size).toBe(300);
    expect(caseLoad(300, 2025, 'test').events).toEqual(load.events);
    expect(caseLoad(300, 2025, 'other').events[0]).not.toEqual(load.events[0]);
  });

  it('chain up in their logs', () => {
    const last = new Map<string, { readonly n: number; readonly hash: string }>();
    for (const event of load.events) {
      const before = last.get(event.log);
      expect([event.n, event.prev]).toEqual([(before?.n ?? 0) + 1, before?.hash]);
      last.set(event.log, event);
    }
    expect(last.size).toBe(4);
  });

  it('are cases that keep the rules and came differently far', () => {
    const states = [...load.states.values()];
    const lines = states.flatMap(({ timeline }) => timeline);
    expect(lines.filter(({ verdict }) => verdict.is !== 'applied')).toEqual([]);
    const stages = new Set(states.map(({ stage }) => stage));
    for (const stage of ['found', 'notice_served', 'fixed', 'not_fixed'] as const) expect(stages).toContain(stage);
    expect(states.length).toBeGreaterThan(40);
  });
});
