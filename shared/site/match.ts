import type { SiteData } from '../events/siteEvents.ts';

/** A row of the register as far as searching needs it. */
export type SearchedSite = Pick<SiteData, 'name' | 'operator' | 'address'> & {
  readonly uscc?: string | undefined;
  readonly initials: string;
};

/**
 * True when every word of the query is part of name, operator, address or credit code, or of the pinyin initials. Case
 * does not count; an empty query matches everything.
 */
export function matchesSite(row: SearchedSite, query: string): boolean {
  const words = query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const texts = [row.name, row.operator, row.address, row.uscc ?? '', row.initials].map((text) =>
    text.normalize('NFKC').toLowerCase(),
  );
  return words.every((word) => texts.some((text) => text.includes(word)));
}
