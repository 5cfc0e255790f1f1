import type { CaseRow } from '#renderer/data/tables.ts';
import type { Party } from '#shared/events/party.ts';
import type { SiteSnapshot } from '#shared/events/siteEvents.ts';

/** Whom a case is about; in the correction flow that is the shop as it was registered. */
export function partyOf({ file, site }: Pick<CaseRow, 'file' | 'site'>): Party | undefined {
  return file === undefined ? partyOfShop(site) : file.party;
}

/** Codes that begin with 92 are those of sole traders (GB 32100), and so are shops without one. */
function partyOfShop({ name, operator, uscc, address }: SiteSnapshot): Party {
  return uscc !== undefined && !uscc.startsWith('92')
    ? { kind: 'legal_person', name, representative: operator, uscc, address }
    : { kind: 'sole_trader', name: operator, shop: name, ...(uscc !== undefined && { uscc }), address };
}
