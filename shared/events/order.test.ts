import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aCaseFound, aNumber, EventLog } from '../testing/builders.ts';

import { inFoldOrder, type AnyEvent } from './order.ts';

const log = new EventLog();
const EVENTS = [
  log.next('case.found', aCaseFound()),
  ...Array.from({ length: 6 }, (_, n) => log.next('number.granted', aNumber(n + 1))),
];

describe('inFoldOrder', () => {
  it('sorts by stamp, then id, each event once, whatever order they came in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...EVENTS, ...EVENTS], { minLength: EVENTS.length * 2 }), (arrived) => {
        expect(inFoldOrder(arrived)).toEqual(EVENTS);
      }),
    );
  });

  it('lets the id decide between equal stamps', () => {
    const [first] = EVENTS;
    const twin = { ...first, _id: `${first!._id}0` } as AnyEvent;
    expect(inFoldOrder([twin, first!]).map(({ _id }) => _id)).toEqual([first!._id, twin._id]);
  });

  it('leaves out what is no event', () => {
    const garbage = [null, undefined, 1, 'x', [], {}, { ...EVENTS[0], at: 3 }, { ...EVENTS[0], _id: undefined }];
    expect(inFoldOrder(garbage as unknown as AnyEvent[])).toEqual([]);
  });
});
