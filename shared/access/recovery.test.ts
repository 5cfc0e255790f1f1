import { describe, expect, it } from 'vitest';

import { newestRecoveryCard } from './recovery.ts';

const publicKey = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) };
const aCard = (keyId: string, madeAt: string): object => ({
  _id: `recovery:${keyId}`,
  ...{ kind: 'recovery', keyId, madeAt, publicKey },
});

describe('newestRecoveryCard', () => {
  it('is the newest one, and at the same instant the one with the higher id', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(16)) as [string, string, string];
    const early = '2026-01-01T00:00:00.000Z';
    const late = '2026-06-01T00:00:00.000Z';
    expect(newestRecoveryCard([aCard(a, late), aCard(b, early)])?.keyId).toBe(a);
    expect(newestRecoveryCard([aCard(c, late), aCard(a, late), aCard(b, early)])?.keyId).toBe(c);
  });

  it('leaves out what is no card, and a card under another id', () => {
    const good = aCard('a'.repeat(16), '2026-01-01T00:00:00.000Z');
    const moved = { ...aCard('b'.repeat(16), '2026-06-01T00:00:00.000Z'), _id: 'recovery:cccccccccccccccc' };
    expect(newestRecoveryCard([moved, { ...good, publicKey: { ...publicKey, d: 'x' } }])).toBeUndefined();
    expect(newestRecoveryCard([moved, good, undefined])?.keyId).toBe('a'.repeat(16));
    expect(newestRecoveryCard([])).toBeUndefined();
  });
});
