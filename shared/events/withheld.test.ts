import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldCase } from '../case/fold.ts';
import { aCaseFound, anIssued, aNumber, CASE_STREAM, EventLog } from '../testing/builders.ts';

import type { EventEnvelope } from './envelope.ts';
import { withheldIn, withoutWithheld } from './withheld.ts';

const log = new EventLog();
const found = log.next('case.found', aCaseFound());
const granted = log.next('number.granted', aNumber());
const issued = log.next('document.issued', anIssued());

function withheld(events: readonly EventEnvelope[], change: object = {}): EventEnvelope {
  const event = log.next(
    'log.withheld',
    { events: events.map(({ _id }) => _id), reason: '录错了对象' },
    { stream: CASE_STREAM },
  );
  return { ...event, ...change };
}

describe('withoutWithheld', () => {
  it('leaves out what its author took back, whatever comes first', () => {
    const all = [found, granted, issued, withheld([granted, issued])];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (arrived) => {
        expect(withoutWithheld(arrived).filter(({ type }) => type !== 'log.withheld')).toEqual([found]);
        expect(foldCase(arrived)).toMatchObject({ stage: 'found', documents: [] });
      }),
    );
  });

  it('does not let another person, device or stream take a record back', () => {
    for (const change of [{ by: 'wang' }, { device: '018f0000-0000-7000-8000-0000000000ff' }, { stream: 'case:x' }])
      expect(withoutWithheld([found, withheld([found], change)])).toContain(found);
  });

  it('lets nobody take back the taking back', () => {
    const first = withheld([issued]);
    expect(withoutWithheld([found, issued, first, withheld([first])])).not.toContain(issued);
  });

  it('ignores a malformed one', () => {
    const bad = { ...withheld([found]), data: { events: found._id } } as unknown as EventEnvelope;
    expect(withoutWithheld([found, bad])).toEqual([found, bad]);
    expect(withheldIn([bad])).toEqual([]);
  });

  it('takes the whole case away with the event that opened it', () => {
    expect(foldCase([found, granted, withheld([found])])).toBeUndefined();
  });
});
