import type { Party } from '#shared/events/party.ts';
import type { SiteSnapshot } from '#shared/events/siteEvents.ts';
import { bornOnOf } from '#shared/party/idNumber.ts';

import { textOf, type Values } from './values.ts';

type Kind = Party['kind'];

/** The kind of a party as typed so far; most shops are sole traders (个体工商户). */
export function kindOf(value: Values): Kind {
  const kind = value['kind'];
  return kind === 'citizen' || kind === 'legal_person' ? kind : 'sole_trader';
}

/** The party that the register of shops suggests: codes that begin with 92 are sole traders (GB 32100). */
export function partyOfSite({ name, operator, uscc, phone, address }: SiteSnapshot): Values {
  const common = { address, phone: phone ?? '', uscc: uscc ?? '' };
  return uscc !== undefined && !uscc.startsWith('92')
    ? { ...common, kind: 'legal_person', name, representative: operator }
    : { ...common, kind: 'sole_trader', name: operator, shop: name };
}

/** The party as the record holds it; members of other kinds and empty ones are left out. */
export function partyOf(value: Values): Values {
  const kind = kindOf(value);
  const members = {
    citizen: ['name', 'idNumber', 'bornOn', 'address', 'phone'],
    sole_trader: ['name', 'shop', 'uscc', 'idNumber', 'bornOn', 'address', 'phone'],
    legal_person: ['name', 'representative', 'position', 'uscc', 'address', 'phone'],
  }[kind];
  const typed = Object.fromEntries(members.map((name) => [name, textOf(value[name]).trim()]));
  const bornOn = typed['bornOn'] === '' ? (bornOnOf(typed['idNumber'] ?? '') ?? '') : (typed['bornOn'] ?? '');
  const kept = Object.entries({ ...typed, bornOn }).filter(([, text]) => text !== '');
  const isIncapable = kind !== 'legal_person' && value['incapable'] === true;
  return { kind, ...Object.fromEntries(kept), ...(isIncapable ? { incapable: true } : {}) };
}

/** True when the names that the law asks for are there. */
export function isPartyComplete(value: Values): boolean {
  const { name, shop, representative, address } = value;
  const needed = { citizen: [name], sole_trader: [name, shop], legal_person: [name, representative] }[kindOf(value)];
  return [...needed, address].every((text) => textOf(text).trim() !== '');
}
