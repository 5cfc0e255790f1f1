import type { Checklist } from '../inspection/checklist.ts';

import type { Catalogue } from './catalogue.ts';
import type { Matter } from './matter.ts';

/** The matter with that code, or undefined. A matter may be known and still not be in force: see `isInForce`. */
export function findMatter(catalogue: Catalogue, code: string): Matter | undefined {
  return catalogue.matters.find((matter) => matter.code === code);
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

/** Division and street as printed, e.g. `黄石港区沈家营街道`; what the catalogue does not know is left out. */
export function streetName(catalogue: Catalogue, division: string, street: string): string {
  const found = catalogue.divisions.find((known) => known.code === division);
  return `${found?.name ?? ''}${found?.streets.find((known) => known.code === street)?.name ?? ''}`;
}
