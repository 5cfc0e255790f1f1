import type { OrgCard } from '../access/directory.ts';
import type { Series } from '../events/documentEvents.ts';
import { err, ok, type Result } from '../kernel/result.ts';

import { DEFINITIONS } from './kinds/index.ts';

/** How a document number is written when the organisation's card says nothing else (GB/T 9704: 〔〕, no leading zeros). */
export const DEFAULT_NUMBER_TEMPLATE = '{orgAbbr}{kindAbbr}字〔{year}〕{no}号';

/** The word of the kind in a number, by document kind. */
const KIND_ABBREVIATIONS: Readonly<Record<string, string>> = {
  D07: '改',
  ...Object.fromEntries(Object.values(DEFINITIONS).map(({ kind, abbreviation }) => [kind, abbreviation])),
};

/** Kinds of documents that take a number of their own series, those of the street first. */
// prettier-ignore
export const NUMBERED_KINDS = [
  'D07', 'D21', 'D06', 'D09', 'D11', 'D04', 'D10', 'D12', 'D17', 'D18', 'D19',
  'D22', 'D23', 'D24', 'D25', 'D26', 'D27', 'D28', 'D29', 'D32', 'D33', 'D34',
] as const;

/** `<org>:<kind>:<year>`, the name of a series in tables. */
export function seriesKey(series: Series): string {
  return `${series.org}:${series.kind}:${String(series.year)}`;
}

/** What of an organisation's card says how its numbers are written. */
export type Numbering = Pick<OrgCard, 'abbreviation' | 'numberTemplates'>;

/**
 * The template of a series: of the entries for its kind, or else of those for every kind, the one from the latest year
 * that has begun; the default form where there is none. Between two years the form may change, within one it does not.
 */
export function templateFor({ numberTemplates = [] }: Numbering, { kind, year }: Series): string {
  const fits = numberTemplates.filter((one) => (one.kind ?? kind) === kind && (one.fromYear ?? year) <= year);
  const rank = (one: (typeof fits)[number]): number => (one.kind === undefined ? 0 : 10_000) + (one.fromYear ?? 0);
  return fits.sort((a, b) => rank(b) - rank(a))[0]?.template ?? DEFAULT_NUMBER_TEMPLATE;
}

/**
 * What is wrong with an organisation's templates, or undefined: one that cannot be used, or two kinds of documents whose
 * numbers of the same year would read alike.
 */
export function templateProblem(org: string, card: Numbering): string | undefined {
  const years = [2000, ...(card.numberTemplates ?? []).flatMap(({ fromYear }) => fromYear ?? [])];
  for (const year of years) {
    const texts = new Map<string, string>();
    for (const kind of NUMBERED_KINDS) {
      const series = { org, kind, year };
      const text = formatNumber(templateFor(card, series), card.abbreviation, series, 1);
      if (!text.ok) return `${kind} ${String(year)}: ${text.error} ${templateFor(card, series)}`;
      const other = texts.get(text.value);
      if (other !== undefined) return `${other} and ${kind} ${String(year)} read alike: ${text.value}`;
      texts.set(text.value, kind);
    }
  }
  return undefined;
}

/**
 * The number as printed, e.g. `黄城管改字〔2024〕1号`. A template holds `{year}` and `{no}` once each, and may hold `{orgAbbr}`
 * and `{kindAbbr}`; `{no:3}` pads to three digits for bureaus that write `第001号`. Refuses `bad_template` when the
 * template could give two numbers of a series the same text or holds unknown fields, and `unknown_kind`.
 */
export function formatNumber(
  template: string,
  orgAbbreviation: string,
  series: Series,
  n: number,
): Result<string, 'bad_template' | 'unknown_kind'> {
  const kind = KIND_ABBREVIATIONS[series.kind];
  if (kind === undefined) return err('unknown_kind');
  const fields = [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  const known = /^(?:orgAbbr|kindAbbr|year|no(?::[1-9])?)$/;
  const count = (name: RegExp): number => fields.filter((field) => name.test(field)).length;
  if (!fields.every((field) => known.test(field)) || count(/^year$/) !== 1 || count(/^no/) !== 1)
    return err('bad_template');
  const text = template
    .replaceAll(/\{no(?::(\d))?\}/g, (_, digits: string | undefined) => String(n).padStart(Number(digits ?? 1), '0'))
    .replaceAll('{year}', String(series.year))
    .replaceAll('{kindAbbr}', () => kind)
    .replaceAll('{orgAbbr}', () => orgAbbreviation);
  return ok(text);
}
