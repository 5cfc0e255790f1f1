import type { SiteData } from '../events/siteEvents.ts';

/** A row of the register as far as searching needs it. */
export type SearchedSite = Pick<SiteData, 'name' | 'operator' | 'address'> & {
  readonly uscc?: string | undefined;
  readonly initials: string;
  /** Values of the register's own fields that are listed, as people read them. */
  readonly listed?: readonly string[] | undefined;
};

/**
 * Everything a row is found by, as it is compared: name, pinyin initials, operator, address, credit code and listed values, each
 * on a line of its own. Made once per row, so that a search costs little more than reading it.
 */
export function searchText({ name, operator, address, uscc = '', initials, listed = [] }: SearchedSite): string {
  return plain([name, initials, operator, address, uscc, ...listed].join('\n'));
}

/** The words of a query as they are compared. */
export function searchWords(query: string): readonly string[] {
  return plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Case and full-width forms do not count. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
