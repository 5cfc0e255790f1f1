import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AnyEvent } from '../events/order.ts';
import { aPlan, aUuid, EventLog, ORG } from '../testing/builders.ts';

import { foldTask } from './fold.ts';

const HANDED = { shift: aUuid(70), to: 'lin', done: 1, total: 3, sites: [aUuid(11), aUuid(12)], cases: [] };
const log = new EventLog();
const planned = log.next('task.planned', aPlan());
const reassigned = log.next('task.reassigned', { assignees: ['wang', 'wang'], team: '一中队' });
const handedOver = log.next('task.handedOver', HANDED, { by: 'wang' });
const received = log.next('task.received', { shift: HANDED.shift }, { by: 'lin' });
const cancelled = log.next('task.cancelled', { reason: '下雨' });

describe('foldTask', () => {
  it('is for those it was planned for, until somebody else is named', () => {
    expect(foldTask([planned])).toMatchObject({ id: aUuid(6), org: ORG, assignees: ['chen'], state: 'open' });
    const state = foldTask([reassigned, planned]);
    expect(state).toMatchObject({ assignees: ['wang'], team: '一中队', plan: aPlan() });
  });

  it('puts whom it was handed to in the place of who handed it over, and knows when that was read', () => {
    const state = foldTask([planned, reassigned, handedOver]);
    expect(state).toMatchObject({ assignees: ['lin'], team: '一中队', handovers: [{ ...HANDED, by: 'wang' }] });
    expect(state?.handovers[0]).not.toHaveProperty('receivedAt');
    const read = foldTask([planned, reassigned, handedOver, received]);
    expect(read?.handovers[0]?.receivedAt).toBe(received.wallAt);
  });

  it('lets nobody else confirm a hand-over', () => {
    const other = log.next('task.received', { shift: HANDED.shift }, { by: 'wang' });
    expect(foldTask([planned, handedOver, other])?.handovers[0]).not.toHaveProperty('receivedAt');
  });

  it('ends once: what comes later changes nothing', () => {
    const done = log.next('task.done', { reason: '查完' });
    expect(foldTask([done, cancelled, planned])).toMatchObject({ state: 'cancelled', ended: { reason: '下雨' } });
  });

  it('is unknown before its plan, but a hand-over stands by itself', () => {
    expect(foldTask([reassigned, cancelled])).toBeUndefined();
    const alone = foldTask([handedOver]);
    expect(alone).toMatchObject({ by: 'wang', assignees: ['lin'] });
    expect(alone).not.toHaveProperty('plan');
  });

  it('does not take a plan with a day that no calendar has, or that is for nobody', () => {
    for (const bad of [{ to: '2024-13-40' }, { to: '2024-03-01' }, { assignees: [] }])
      expect(foldTask([log.next('task.planned', aPlan(bad))])).toBeUndefined();
  });

  it('passes over other organisations and what is no event of a task', () => {
    const foreign = log.next('task.cancelled', { reason: '不是他的' }, { org: 'other', role: 'other/clerk' });
    const bad = { ...cancelled, _id: 'x', data: { reason: 3 } };
    const garbage = [null, {}, bad, { ...planned, type: 'task.whatever' }] as unknown as AnyEvent[];
    expect(foldTask([...garbage, foreign, planned])).toEqual(foldTask([planned]));
  });
});

describe('whatever arrives, in whatever order', () => {
  const step = fc.oneof(
    fc.record({
      type: fc.constant('task.reassigned'),
      data: fc.constantFrom({ assignees: ['wang'] }, { team: '二中队' }),
    }),
    fc.record({
      type: fc.constant('task.handedOver'),
      data: fc.constantFrom('lin', 'he', 'chen').map((to) => ({ ...HANDED, to })),
    }),
    fc.record({ type: fc.constantFrom('task.done', 'task.cancelled'), data: fc.constant({ reason: '查完' }) }),
    fc.record({ type: fc.constantFrom('task.received', 'task.planned'), data: fc.anything() }),
  );

  it('comes to the same and never throws', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (steps, dice) => {
        const own = new EventLog();
        const valid = own.next('task.planned', aPlan());
        const events = steps.map(({ type, data }) => {
          const sealed = own.next('task.cancelled', { reason: '查完' }, { by: 'wang' });
          return { ...sealed, type, data };
        });
        const shuffled = [valid, ...events]
          .map((event) => ({ event, key: dice.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event);
        expect(foldTask(shuffled)).toEqual(foldTask([valid, ...events]));
      }),
    );
  });
});
