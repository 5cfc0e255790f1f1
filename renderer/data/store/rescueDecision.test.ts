import { describe, expect, it } from 'vitest';

import { decideRescue, MOST_TRIES, type Opening, type Situation, type StoreMarker } from './rescueDecision.ts';

const MARKER: StoreMarker = { id: 'a', events: 10, at: '2026-03-01T00:00:00.000Z' };
const EMPTY: Opening = { is: 'open', id: undefined, events: 0, isEmpty: true };
const WHOLE: Opening = { is: 'open', id: 'a', events: 10, isEmpty: false };

function decide(change: Partial<Situation>): string {
  return decideRescue({ disk: 'plenty', opening: WHOLE, marker: MARKER, ownWork: true, ...change });
}

describe('decideRescue', () => {
  it('goes on with the store it knows, also when more came since', () => {
    expect(decide({})).toBe('go_on');
    expect(decide({ opening: { ...WHOLE, events: 11 } })).toBe('go_on');
  });

  it('takes an empty store without any trace of work for a first start', () => {
    expect(decide({ opening: EMPTY, marker: undefined, ownWork: false })).toBe('first_start');
  });

  it.each([
    ['empty where one was', { opening: EMPTY }],
    ['empty where the journal has work', { opening: EMPTY, marker: undefined }],
    ['smaller than it was', { opening: { ...WHOLE, events: 9 } }],
    ['without its row', { opening: { ...WHOLE, id: undefined } }],
    ['another one', { opening: { ...WHOLE, id: 'b' } }],
  ] as const)('rebuilds a store that is %s', (_, change) => {
    expect(decide(change)).toBe('rebuild');
  });

  it('adopts a store of before the note existed', () => {
    expect(decide({ opening: { ...WHOLE, id: undefined }, marker: undefined })).toBe('adopt');
  });

  it('tries again before it sets aside', () => {
    expect(decide({ opening: { is: 'failed', tries: 1 } })).toBe('retry');
    expect(decide({ opening: { is: 'failed', tries: MOST_TRIES - 1 } })).toBe('retry');
    expect(decide({ opening: { is: 'failed', tries: MOST_TRIES } })).toBe('set_aside');
  });

  it('never judges a store on a full disk', () => {
    expect(decide({ disk: 'full', opening: { is: 'failed', tries: MOST_TRIES } })).toBe('wait');
    expect(decide({ disk: 'full', opening: EMPTY })).toBe('wait');
    expect(decide({ disk: 'read_only' })).toBe('go_on');
  });
});
