import { readdirSync, readFileSync } from 'node:fs';

import { parseCatalogue } from '#shared/catalogue/parse.ts';
import { LOOSE_PAPERS } from '#shared/documents/papers/loose.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';
import type { Programme, ServedBy } from '#shared/programme/programme.ts';

import { inProject } from '../run/project.mjs';

/** Addresses that rows name and that exist. */
const SCREENS = ['/review', '/plan', '/sites', '/sites/alliances', '/inspections', '/cases', '/reports', '/exchange'];

const FOLDERS = ['matters', 'checklists', 'registers', 'programmes'];

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(inProject(`resources/catalogue/${folder}`)).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

function textOf(name: string): string {
  return readFileSync(inProject(`resources/catalogue/${name}`), 'utf8');
}

const FILES = FOLDERS.flatMap((folder) => namesIn(folder).map((name) => `${folder}/${name}`));
const { catalogue, problems } = parseCatalogue(
  ['divisions.json', ...FILES].map((name) => ({ name, text: textOf(name) })),
);

/** What is wrong with the programmes of the shipped catalogue. */
export const programmeProblems = problems.filter(({ file }) => file.startsWith('programmes/'));

/** The plans of the shipped catalogue. */
export const programmes: readonly Programme[] = catalogue.programmes;

/** The file of the catalogue that a checklist, register or list of matters stands in; undefined while it is not there. */
export function fileOf(by: ServedBy, ref: string): string | undefined {
  if (by === 'checklist') return FILES.find((name) => name.startsWith(`checklists/${ref}.v`));
  if (by === 'register') return FILES.find((name) => name === `registers/${ref}.json`);
  return by === 'matter' ? FILES.find((name) => name === `matters/${ref.slice(0, 2)}.json`) : undefined;
}

/** True when what a row names exists. */
export function isKnown(plan: Programme, by: ServedBy, ref: string): boolean {
  switch (by) {
    case 'checklist':
    case 'register':
      return fileOf(by, ref) !== undefined;
    case 'indicator':
      return plan.indicators.some(({ id }) => id === ref);
    case 'matter':
      return catalogue.matters.some(({ code }) => code === ref || code.startsWith(`${ref}-`));
    case 'document':
      return Object.hasOwn(DOCUMENT_TITLES, ref) || Object.hasOwn(LOOSE_PAPERS, ref);
    case 'note':
      return true;
    default:
      return SCREENS.includes(ref);
  }
}
