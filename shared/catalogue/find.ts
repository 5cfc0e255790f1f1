import type { Checklist } from '../inspection/checklist.ts';

import type { Catalogue } from './catalogue.ts';
import type { Matter } from './matter.ts';

/**
 * The newest version of the matter with that code, or undefined: for its name on a screen. It may not be in force (see
 * `isInForce`); what a file is judged by is found by `findMatter` of `findMatter.ts`, which asks for a date.
 */
export function findMatter(catalogue: Pick<Catalogue, 'matters'>, code: string): Matter | undefined {
  const found = catalogue.matters.filter((matter) => matter.code === code);
  return found.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}

/** True when the matter applies on that date: the law at the time of the act counts (行政处罚法 §37). */
export function isInForce(matter: Matter, on: string): boolean {
  return matter.validFrom <= on && (matter.validTo === undefined || on <= matter.validTo);
}

/** A checklist by id and version; without a version the newest one. */
export function findChecklist(catalogue: Catalogue, id: string, version?: number): Checklist | undefined {
  const found = catalogue.checklists.filter((list) => list.id === id && (version ?? list.version) === list.version);
  return found.sort((a, b) => b.version - a.version)[0];
}

/** The address as printed: division and street before what the register says, each once. */
export function fullAddress(
  catalogue: Catalogue,
  site: { readonly division: string; readonly street: string; readonly address: string },
): string {
  const division = catalogue.divisions.find((known) => known.code === site.division);
  const street = division?.streets.find((known) => known.code === site.street);
  const before = [division?.name ?? '', street?.name ?? ''];
  const rest = before.reduce((text, part) => (text.startsWith(part) ? text.slice(part.length) : text), site.address);
  return `${before.join('')}${rest}`;
}
