import { sites } from '#renderer/app/language/zh/sites.ts';
import type { CommandInput } from '#renderer/data/client.ts';
import { cleanText } from '#shared/kernel/text.ts';

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
};

/** An untouched form. */
export const EMPTY_SITE: SiteForm = {
  name: '',
  operator: '',
  uscc: '',
  phone: '',
  division: '',
  street: '',
  address: '',
  frontage: '',
};

/** Messages by field; only what blocks saving. */
export type SiteErrors = Partial<Record<keyof SiteForm, string>>;

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
export function errorsOf(form: SiteForm): SiteErrors {
  const errors: SiteErrors = {};
  for (const field of ['name', 'operator', 'division', 'street', 'address'] as const) {
    if (cleanText(form[field]).trim() === '') errors[field] = sites.required;
  }
  if (form.frontage.trim() !== '' && frontageMmOf(form.frontage) === undefined) errors.frontage = sites.frontageBad;
  return errors;
}

/** The command's input from a form without errors; empty optional fields are left out. */
export function siteDataOf(form: SiteForm): CommandInput<'site.register'> {
  const text = (value: string): string => cleanText(value).replaceAll(/\s+/g, ' ').trim();
  const uscc = usccOf(form.uscc);
  const phone = text(form.phone);
  const frontageMm = frontageMmOf(form.frontage);
  return {
    name: text(form.name),
    operator: text(form.operator),
    address: text(form.address),
    division: form.division,
    street: form.street,
    ...(uscc === '' ? {} : { uscc }),
    ...(phone === '' ? {} : { phone }),
    ...(frontageMm === undefined ? {} : { frontageMm }),
  };
}
