import { describe, expect, it } from 'vitest';

import { blobState, ITEM_STATES, recordState, worstState } from './itemState.ts';

const NOTHING = new Set<string>();

describe('recordState', () => {
  it('is on the server only when nothing is kept of it any more', () => {
    expect(recordState(undefined, NOTHING)).toBe('server');
    expect(recordState({ id: 'a', state: 'waiting' }, NOTHING)).toBe('waiting');
    expect(recordState({ id: 'a', state: 'refused' }, NOTHING)).toBe('refused');
  });
  it('is sending while a request carries it, but a refusal stays one', () => {
    expect(recordState({ id: 'a', state: 'waiting' }, new Set(['a']))).toBe('sending');
    expect(recordState({ id: 'a', state: 'refused' }, new Set(['a']))).toBe('refused');
    expect(recordState({ id: 'b', state: 'waiting' }, new Set(['a']))).toBe('waiting');
  });
  it('is withdrawn before anything else', () => {
    expect(recordState(undefined, NOTHING, true)).toBe('withdrawn');
  });
});

describe('blobState', () => {
  it('keeps the state of the bytes', () => {
    for (const state of ['draft', 'waiting', 'refused', 'withdrawn', 'server'] as const)
      expect(blobState({ key: 'photo:a', state }, NOTHING)).toBe(state);
    expect(blobState({ key: 'photo:a', state: 'waiting' }, new Set(['photo:a']))).toBe('sending');
  });
});

describe('worstState', () => {
  it('is the one that asks most of a person', () => {
    expect(worstState(['server', 'waiting', 'refused', 'sending'])).toBe('refused');
    expect(worstState([...ITEM_STATES].reverse())).toBe('refused');
    expect(worstState(['server'])).toBe('server');
    expect(worstState([])).toBe('server');
  });
});
