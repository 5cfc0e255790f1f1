import type { Party } from '../events/party.ts';
import type { SiteSnapshot } from '../events/siteEvents.ts';

import { filled, type FormRow } from './form.ts';

/** Who a document is about: the party as the file names it, or before that the site; `address` of the site in full. */
export type About = {
  readonly party: Party | undefined;
  readonly site: SiteSnapshot;
  readonly address: string;
};

/** The party in one line. */
export function partyName({ party, site }: Pick<About, 'party' | 'site'>): string {
  if (party === undefined) return site.name;
  return party.kind === 'sole_trader' ? `${party.shop}（经营者：${party.name}）` : party.name;
}

/** What of it may hang on a wall: nobody's number, neither of a person nor of a phone. */
export function publicRows(about: About): FormRow[] {
  return partyRows(about).filter(({ label }) => ['当事人', '法定代表人', '地址'].includes(label));
}

/** The party's block on a form. */
export function partyRows(about: About): FormRow[] {
  const { party, site, address } = about;
  const name = { label: '当事人', value: filled(partyName(about)) };
  const where = { label: '地址', value: filled(party?.address ?? address) };
  if (party === undefined)
    return [
      name,
      { label: '经营者', value: filled(site.operator) },
      { label: '统一社会信用代码', value: filled(site.uscc) },
      { label: '联系电话', value: filled(site.phone) },
      where,
    ];
  const phone = { label: '联系电话', value: filled(party.phone) };
  if (party.kind === 'citizen') return [name, { label: '身份证号', value: filled(party.idNumber) }, phone, where];
  const code = { label: '统一社会信用代码', value: filled(party.uscc) };
  if (party.kind === 'sole_trader')
    return [name, code, { label: '身份证号', value: filled(party.idNumber) }, phone, where];
  return [name, { label: '法定代表人', value: filled(party.representative) }, code, phone, where];
}
