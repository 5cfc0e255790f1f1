import { placeText } from '#renderer/app/language/zh/position.ts';
import { siteProblems, sites } from '#renderer/app/language/zh/sites.ts';
import type { CommandInput } from '#renderer/data/client.ts';
import type { Register } from '#shared/catalogue/register.ts';
import type { Position } from '#shared/events/fields.ts';
import type { SiteChanges, SiteData } from '#shared/events/siteEvents.ts';
import { readZone } from '#shared/geo/zone.ts';
import { cleanText } from '#shared/kernel/text.ts';
import { checkSite } from '#shared/site/checkSite.ts';

/** What the officer typed, as typed. */
export type SiteForm = {
  readonly name: string;
  readonly operator: string;
  readonly uscc: string;
  readonly phone: string;
  readonly division: string;
  readonly street: string;
  readonly address: string;
  readonly frontage: string;
  readonly state: string;
  readonly position: Position | undefined;
  /** Something stands in the fields of the position that is none. */
  readonly positionUnread?: boolean;
  /** Values of the register's own fields, by their ids. */
  readonly own: Readonly<Record<string, string>>;
};

/** An untouched form; empty state: the register's first. */
export const EMPTY_SITE: SiteForm = {
  name: '',
  operator: '',
  uscc: '',
  phone: '',
  division: '',
  street: '',
  address: '',
  frontage: '',
  state: '',
  position: undefined,
  own: {},
};

/** The form of a new thing; an address may bring a border that was drawn on the map. */
export function startOf(register: Register, search: string): SiteForm {
  const zone = new URLSearchParams(search).get('zone') ?? '';
  const field = register.fields.find(({ kind }) => kind === 'polygon');
  return field === undefined || !readZone(zone).ok ? EMPTY_SITE : { ...EMPTY_SITE, own: { [field.id]: zone } };
}

/** Messages by field, those of own fields as `own.<id>`; only what blocks saving. */
export type SiteErrors = Readonly<Record<string, string>>;

const MOST_METRES = 9999;

/** Metres as people type them (`6`, `6.5`, `6。5`) to millimetres; undefined when it is no such number. */
export function frontageMmOf(text: string): number | undefined {
  const typed = text.normalize('NFKC').replace('。', '.').trim();
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(typed)) return undefined;
  const metres = Number(typed);
  return metres <= MOST_METRES ? Math.round(metres * 1000) : undefined;
}

/** A credit code as printed: upper case, full-width forms and spaces gone. */
export function usccOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();
}

/** What has to be mended before saving. */
export function errorsOf(form: SiteForm, register: Register): SiteErrors {
  const errors: Record<string, string> = {};
  for (const field of ['name', 'operator', 'division', 'street', 'address'] as const) {
    if (cleanText(form[field]).trim() === '') errors[field] = sites.required;
  }
  if (form.positionUnread === true) errors['position'] = placeText.unread;
  if (form.frontage.trim() !== '' && frontageMmOf(form.frontage) === undefined) errors['frontage'] = sites.frontageBad;
  for (const { field, code } of checkSite(register, { fields: ownOf(form, register) }))
    errors[`own.${field}`] = siteProblems[code];
  return errors;
}

/** The command's input from a form without errors; empty optional fields are left out. */
export function siteDataOf(form: SiteForm, register: Register): CommandInput<'site.register'> {
  const uscc = usccOf(form.uscc);
  const phone = lineOf(form.phone);
  const frontageMm = frontageMmOf(form.frontage);
  const fields = ownOf(form, register);
  return {
    name: lineOf(form.name),
    operator: lineOf(form.operator),
    address: lineOf(form.address),
    division: form.division,
    street: form.street,
    register: register.id,
    ...(form.position === undefined ? {} : { position: form.position }),
    ...(form.state === '' ? {} : { state: form.state }),
    ...(uscc === '' ? {} : { uscc }),
    ...(phone === '' ? {} : { phone }),
    ...(frontageMm === undefined ? {} : { frontageMm }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  };
}

/** The form of what a register knows. */
export function formOf(site: SiteData): SiteForm {
  const {
    name,
    operator,
    uscc = '',
    phone = '',
    division,
    street,
    address,
    frontageMm,
    state = '',
    position,
    fields = {},
  } = site;
  const frontage = frontageMm === undefined ? '' : String(frontageMm / 1000);
  return { name, operator, uscc, phone, division, street, address, frontage, state, position, own: fields };
}

/** What a form without errors changes of what a register knows, and nothing else: others may be changing the rest. */
export function changesOf(site: SiteData, form: SiteForm, register: Register): SiteChanges {
  const next = siteDataOf(form, register);
  const changes: Record<string, unknown> = {};
  for (const key of ['name', 'operator', 'address', 'division', 'street'] as const)
    if (next[key] !== site[key]) changes[key] = next[key];
  for (const key of ['uscc', 'phone'] as const)
    if ((next[key] ?? '') !== (site[key] ?? '')) changes[key] = next[key] ?? '';
  if (next.frontageMm !== site.frontageMm) changes['frontageMm'] = next.frontageMm ?? null;
  if (JSON.stringify(next.position) !== JSON.stringify(site.position)) changes['position'] = next.position ?? null;
  if (form.state !== (site.state ?? '')) changes['state'] = form.state;
  const own = register.fields
    .map(({ id }): [string, string] => [id, next.fields?.[id] ?? ''])
    .filter(([id, value]) => value !== (site.fields?.[id] ?? ''));
  if (own.length > 0) changes['fields'] = Object.fromEntries(own);
  return changes;
}

/** Own values as they are kept: those that the register has, without blanks, numbers as people type them made plain. */
function ownOf({ own }: SiteForm, { fields }: Register): Record<string, string> {
  const values = fields.map(({ id, kind }): [string, string] => {
    const text = lineOf(own[id] ?? '');
    return [id, kind === 'number' ? text.normalize('NFKC').replace('。', '.').replaceAll(/[,\s]/g, '') : text];
  });
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

function lineOf(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim();
}
