import { deviceStanding } from '../access/device.ts';
import type { DeviceCard, OrgCard } from '../access/directory.ts';
import { chinaDateOf } from '../kernel/chinaTime.ts';

import type { PublishedKeys } from './publishedKeys.ts';
import { CODED_TITLES } from './titles.ts';

/** The keys of every device that is approved, or was until it was revoked; any other signed nothing that counts. */
export function publicationOf(
  devices: readonly DeviceCard[],
  orgs: readonly OrgCard[],
  publishedAt: string,
): PublishedKeys {
  return {
    publishedAt,
    orgs: Object.fromEntries(orgs.map(({ org, name }) => [org, name])),
    kinds: { ...CODED_TITLES },
    keys: devices
      .flatMap((card) => {
        const { device, publicKey, revokedAt } = card;
        const org = orgs.find((one) => one.org === card.org);
        const standing = deviceStanding(card, org);
        const key = { device, x: publicKey.x, y: publicKey.y };
        if (standing === 'approved') return [key];
        // Where nobody has to approve, a device that was turned off may have signed until then.
        const hasSigned = standing === 'revoked' || (standing === 'rejected' && org?.approveDevices === 'automatic');
        if (!hasSigned || revokedAt === undefined) return [];
        return [{ ...key, revokedOn: chinaDateOf(Date.parse(revokedAt)) }];
      })
      .sort((one, other) => (one.device < other.device ? -1 : 1)),
  };
}
