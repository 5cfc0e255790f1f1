import { describe, expect, it } from 'vitest';

import { deviceStanding } from './device.ts';

const [EARLY, LATE] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];

describe('deviceStanding', () => {
  it.each([
    [undefined, 'requested'],
    [{}, 'requested'],
    [{ approvedAt: EARLY }, 'approved'],
    [{ revokedAt: EARLY }, 'rejected'],
    [{ approvedAt: EARLY, revokedAt: LATE }, 'revoked'],
    [{ approvedAt: EARLY, revokedAt: EARLY }, 'revoked'],
    [{ approvedAt: LATE, revokedAt: EARLY }, 'approved'],
  ] as const)('of %j is %s where an administrator approves', (card, standing) => {
    expect(deviceStanding(card, { approveDevices: 'manual' })).toBe(standing);
    expect(deviceStanding(card, undefined)).toBe(standing);
  });

  it('needs no approval where the organisation says so, but a revocation counts', () => {
    expect(deviceStanding(undefined, { approveDevices: 'automatic' })).toBe('approved');
    expect(deviceStanding({ revokedAt: EARLY }, { approveDevices: 'automatic' })).toBe('rejected');
  });
});
