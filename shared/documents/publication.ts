import { deviceStanding } from '../access/device.ts';
import type { DeviceCard, OrgCard } from '../access/directory.ts';
import { chinaDateOf } from '../kernel/chinaTime.ts';

import { publishedKeysField, type PublishedKeys } from './publishedKeys.ts';
import { DOCUMENT_TITLES } from './titles.ts';

/** Where a page that verifies has the keys: the text of the script element of this id. */
export const KEYS_ELEMENT = 'xunzhi-keys';

/** The element in a page that nobody has filled. */
const NO_KEYS = new RegExp(`(<script id="${KEYS_ELEMENT}" type="application/json">)\\s*null\\s*(</script>)`);

/** The keys of every device that is approved, or was until it was revoked; any other signed nothing that counts. */
export function publicationOf(
  devices: readonly DeviceCard[],
  orgs: readonly OrgCard[],
  publishedAt: string,
): PublishedKeys {
  return {
    publishedAt,
    orgs: Object.fromEntries(orgs.map(({ org, name }) => [org, name])),
    kinds: { ...DOCUMENT_TITLES },
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

/** The page with the keys in it. Throws when the page has no place for them. */
export function pageWithKeys(page: string, keys: PublishedKeys): string {
  if (!NO_KEYS.test(page)) throw new Error('the page has no place for keys');
  // No text of a name may end the element.
  const text = JSON.stringify(keys).replaceAll('<', '\\u003c');
  return page.replace(NO_KEYS, (_, start: string, end: string) => start + text + end);
}

/** Reads what stands in the element; undefined in a page that nobody has filled. */
export function parseKeys(text: string): PublishedKeys | undefined {
  return publishedKeysField.safeParse(JSON.parse(text)).data;
}
