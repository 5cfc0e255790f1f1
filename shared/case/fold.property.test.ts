import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { EventEnvelope, EventHeader } from '../events/envelope.ts';
import type { AnyEvent } from '../events/order.ts';
import { EVENT_TYPES } from '../events/registry.ts';
import {
  aCaseFound,
  anIssued,
  anOfficer,
  aNumber,
  aRecheck,
  asBrigade,
  aSecond,
  aServed,
  aSha,
  aUuid,
  CASE_STREAM,
  EventLog,
  isoAt,
  ORG,
} from '../testing/builders.ts';

import { foldCase } from './fold.ts';

/** A random history of one case: any events of the flow in any order, by anyone, following any event before. */
const aHistory = fc
  .array(
    fc.record({
      what: fc.integer({ min: 0, max: 9 }),
      n: fc.integer({ min: 1, max: 3 }),
      follows: fc.nat({ max: 5 }),
      role: fc.constantFrom(`${ORG}/officer`, `${ORG}/officer`, `${ORG}/assistant`, 'other/officer'),
    }),
    { maxLength: 12 },
  )
  .map((steps) => {
    const log = new EventLog();
    const events: EventEnvelope[] = [log.next('case.found', aCaseFound())];
    for (const { what, n, follows, role } of steps) {
      const followed = events[follows % events.length]?._id;
      events.push(makeStep(log, what, n, { role, org: role.split('/')[0] ?? ORG, follows: followed }));
    }
    return events;
  });

function makeStep(log: EventLog, what: number, n: number, header: Partial<EventHeader>): EventEnvelope {
  const document = aUuid(50 + n);
  const pair = { officer: anOfficer(), second: aSecond(n === 3 ? { user: 'chen' } : {}) };
  switch (what) {
    case 0:
      return log.next('case.found', aCaseFound({ facts: `第${String(n)}份` }), header);
    case 1:
      return log.next(
        'case.fixedOnSite',
        { fixedAt: isoAt(n), before: [aSha(n)], after: [aSha(n + 10)], ...pair },
        header,
      );
    case 2:
    case 3:
      return log.next('number.granted', { ...aNumber(n), document }, header);
    case 4:
    case 5:
      return log.next('document.issued', anIssued({ document, ...pair }, n), header);
    case 6:
      return log.next('document.served', aServed({ document, mode: n === 2 ? 'left' : 'direct' }), header);
    case 7:
      return log.next('case.rechecked', aRecheck({ result: n === 1 ? 'not_fixed' : 'fixed' }), header);
    case 8:
      return log.next('number.voided', { ...aNumber(n), document, reason: '作废' }, header);
    default:
      return log.next('supervision.returned', { reason: `退回${String(n)}` }, asBrigade({ follows: header.follows }));
  }
}

const aGarbageEvent = fc.record(
  {
    _id: fc.string(),
    at: fc.constantFrom('1709514001000000a', '', 'x'),
    type: fc.oneof(fc.constantFrom(...Object.keys(EVENT_TYPES)), fc.string()),
    stream: fc.oneof(fc.constant(CASE_STREAM), fc.string()),
    by: fc.string(),
    role: fc.oneof(fc.constantFrom(`${ORG}/officer`, 'officer', '/', '__proto__/officer'), fc.string()),
    org: fc.constantFrom(ORG, ''),
    wallAt: fc.string(),
    v: fc.constantFrom(1, 2, Number.NaN),
    rules: fc.constantFrom(1, 0, 99),
    data: fc.oneof(fc.anything(), fc.constant(aCaseFound()), fc.constant(anIssued()), fc.constant(aServed())),
  },
  { requiredKeys: ['_id', 'type'] },
);

describe('foldCase', () => {
  it('does not depend on the order of arrival, and doubles change nothing', () => {
    fc.assert(
      fc.property(
        aHistory.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
        ),
        ([events, arrived]) => {
          expect(foldCase(arrived)).toEqual(foldCase(events));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('tells every event exactly once, and only what applied can be the head', () => {
    fc.assert(
      fc.property(aHistory, (events) => {
        const state = foldCase(events);
        expect(state?.timeline.map(({ event }) => event)).toEqual(events.map(({ _id }) => _id));
        expect(state?.timeline.find(({ event }) => event === state.head)?.verdict.is).not.toBe('void');
      }),
      { numRuns: 200 },
    );
  });

  it('is not moved by void events: without them the case is the same', () => {
    fc.assert(
      fc.property(aHistory, (events) => {
        const state = foldCase(events);
        // Both halves of a fork are void, so taking all void events out leaves no half behind that would apply alone.
        const isVoid = new Set(
          state?.timeline.filter(({ verdict }) => verdict.is === 'void').map(({ event }) => event),
        );
        const rest = foldCase(events.filter(({ _id }) => !isVoid.has(_id)));
        expect({ ...rest, timeline: [] }).toEqual({ ...state, timeline: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('moves the stage only for events of the own organisation', () => {
    fc.assert(
      fc.property(aHistory, (events) => {
        const own = events.filter(({ org, type }) => org === ORG && !type.startsWith('supervision.'));
        expect(foldCase(events)?.stage).toBe(foldCase(own)?.stage);
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(aGarbageEvent, fc.anything())), (garbage) => {
        expect(() => foldCase(garbage as unknown as AnyEvent[])).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('is not disturbed by garbage beside a true history', () => {
    fc.assert(
      fc.property(aHistory, fc.array(aGarbageEvent), (events, garbage) => {
        const foreign = garbage.filter(({ stream }) => stream !== CASE_STREAM) as unknown as AnyEvent[];
        expect(foldCase([...foreign, ...events])).toEqual(foldCase(events));
      }),
    );
  });
});
