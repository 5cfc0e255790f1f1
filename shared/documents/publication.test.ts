import { describe, expect, it } from 'vitest';

import type { DeviceCard, OrgCard } from '../access/directory.ts';

import { KEYS_ELEMENT, pageWithKeys, parseKeys } from './keysPage.ts';
import { publicationOf } from './publication.ts';
import { aSheetInput } from './testing/aSheetInput.ts';
import { aPublication } from './testing/aSignedCode.ts';

const ORG: OrgCard = { ...aSheetInput().org, approveDevices: 'manual' };
const AT = '2026-01-05T01:00:00.000Z';

function aCard(n: number, changes: Partial<DeviceCard> = {}): DeviceCard {
  const device = `00000000-0000-4000-8000-00000000000${String(n)}`;
  return {
    ...{ _id: `device:${device}`, kind: 'device', device, by: 'chen.wei', org: 'hsg', registeredAt: AT },
    publicKey: { kty: 'EC', crv: 'P-256', x: `x${String(n)}`, y: `y${String(n)}` },
    ...changes,
  };
}

describe('the keys that a bureau publishes', () => {
  it('are those of approved devices, and of revoked ones with the day', () => {
    const cards = [
      aCard(4),
      aCard(3, { approvedAt: AT, revokedAt: '2026-03-01T17:00:00.000Z' }),
      aCard(2, { revokedAt: AT }),
      aCard(1, { approvedAt: AT }),
    ];
    expect(publicationOf(cards, [ORG], AT).keys).toEqual([
      { device: cards[3]?.device, x: 'x1', y: 'y1' },
      { device: cards[1]?.device, x: 'x3', y: 'y3', revokedOn: '2026-03-02' },
    ]);
  });

  it('are all of an organisation that approves by itself', () => {
    const cards = [aCard(1), aCard(2, { revokedAt: AT })];
    const { keys } = publicationOf(cards, [{ ...ORG, approveDevices: 'automatic' }], AT);
    expect(keys.map(({ revokedOn }) => revokedOn)).toEqual([undefined, '2026-01-05']);
  });

  it('stand in the page as text that ends nothing', () => {
    const page = `<p></p><script id="${KEYS_ELEMENT}" type="application/json">null</script>`;
    const keys = { ...aPublication(), orgs: { hsg: '</script><script>alert(1)</script>$&' } };
    const made = pageWithKeys(page, keys);
    expect(made.match(/<script/g)).toHaveLength(1);
    expect(
      parseKeys(made.slice(made.indexOf('>', made.indexOf('<script')) + 1, made.lastIndexOf('</script>'))),
    ).toEqual(keys);
    expect(() => pageWithKeys('<p></p>', keys)).toThrow();
    expect(parseKeys('null')).toBeUndefined();
  });
});
