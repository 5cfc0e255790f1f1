import type { z } from 'zod';

import { checklistField, type Checklist } from '../inspection/checklist.ts';
import { mattersOf as mattersOfItem } from '../inspection/item.ts';
import { faultsOf } from '../inspection/validate.ts';
import { sha256Text } from '../kernel/hash.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { BUILT_IN_CALENDAR, withYear, type WorkCalendar } from '../kernel/workCalendar.ts';
import { programmeField, type Programme } from '../programme/programme.ts';

import type { Catalogue } from './catalogue.ts';
import { divisionFileField, type DivisionFile } from './division.ts';
import { holidayFileField, type HolidayFile } from './holidayFile.ts';
import { DEFAULT_LIMITS, limitFileField, type ReportLimits } from './limitFile.ts';
import { matterFileField, type Matter } from './matter.ts';
import { powerFileField, type Power } from './powerFile.ts';
import { registerField, type Register } from './register.ts';
import { DEFAULT_SETTINGS, settingsFileField, type Settings } from './settingsFile.ts';

/** A file of the catalogue as read from disk; `problem` says why it has no text. Names are relative, with `/`. */
export type CatalogueFile = {
  readonly name: string;
  readonly text?: string | undefined;
  readonly problem?: string | undefined;
};

/** A file that cannot be used as it is, and why. Its last good text is used instead when there is one. */
export type CatalogueProblem = { readonly file: string; readonly reason: string };

/** What came out: the catalogue, what was wrong, and the texts to keep as the last good ones. */
export type ParsedCatalogue = {
  readonly catalogue: Catalogue;
  readonly problems: readonly CatalogueProblem[];
  readonly good: Readonly<Record<string, string>>;
};

type Part =
  | { readonly is: 'matters'; readonly file: string; readonly matters: readonly Matter[] }
  | { readonly is: 'divisions'; readonly divisions: DivisionFile['divisions'] }
  | { readonly is: 'checklist'; readonly checklist: Checklist }
  | { readonly is: 'register'; readonly register: Register }
  | { readonly is: 'holidays'; readonly holidays: HolidayFile }
  | { readonly is: 'powers'; readonly powers: readonly Power[] }
  | { readonly is: 'programme'; readonly programme: Programme }
  | { readonly is: 'limits'; readonly limits: ReportLimits }
  | { readonly is: 'settings'; readonly settings: Settings };

const MATTERS = /^matters\/[^/]+\.json$/;
/** What is named when there is no file of matters at all. */
const NO_MATTERS = 'matters/*.json';
const DIVISIONS = 'divisions.json';
const POWERS = 'powers.json';
const SETTINGS = 'settings.json';
const LIMITS = 'limits.json';
const CHECKLIST = /^checklists\/[^/]+\.json$/;
const PROGRAMME = /^programmes\/[^/]+\.json$/;
const REGISTER = /^registers\/[^/]+\.json$/;
const HOLIDAYS = /^holidays\/[^/]+\.json$/;
/** Files that are missed when they vanish. */
const KEPT = [MATTERS, CHECKLIST, REGISTER];

/**
 * Reads the files a bureau edits. Never throws: a file that is missing, no JSON or against its schema is named in
 * `problems`, and its text in `lastGood` is used if that one still parses. A file that vanished counts as unreadable,
 * except those of holidays and programmes, `powers.json`, `settings.json` and `limits.json`, which may be absent. Other `.json` files are named as unknown; files of
 * other kinds are ignored. Of two entries of a matter that hold on the same day the later one, by file name and place, is
 * named and left out. `version` is the hash of the texts used.
 */
export function parseCatalogue(
  files: readonly CatalogueFile[],
  lastGood: Readonly<Record<string, string>> = {},
): ParsedCatalogue {
  const problems: CatalogueProblem[] = [];
  const good: Record<string, string> = {};
  const parts: Part[] = [];
  for (const file of expectedFiles(files, lastGood)) {
    const read = readPart(file.name, file.text, file.problem);
    if (!read.ok) problems.push({ file: file.name, reason: read.error });
    const text = read.ok ? file.text : lastGood[file.name];
    const part = read.ok ? read : readPart(file.name, text, undefined);
    if (!part.ok || text === undefined) continue;
    parts.push(part.value);
    good[file.name] = text;
  }
  const { kept, overlaps } = withoutOverlaps(withoutDoubles(parts));
  problems.push(...overlaps, ...dangling(kept));
  return { catalogue: assemble(kept, good), problems, good };
}

function expectedFiles(files: readonly CatalogueFile[], lastGood: Readonly<Record<string, string>>): CatalogueFile[] {
  const byName = new Map<string, CatalogueFile>();
  const missing = 'file is missing';
  // What an older version of the app kept under a name that is none any more is not missed.
  const kept = Object.keys(lastGood).filter((name) => KEPT.some((kind) => kind.test(name)));
  for (const name of [DIVISIONS, ...kept]) byName.set(name, { name, problem: missing });
  for (const file of files) if (file.name.endsWith('.json')) byName.set(file.name, file);
  const names = [...byName.keys()];
  if (!names.some((name) => MATTERS.test(name))) byName.set(NO_MATTERS, { name: NO_MATTERS, problem: missing });
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readPart(name: string, text: string | undefined, problem: string | undefined): Result<Part, string> {
  if (text === undefined || problem !== undefined) return err(problem ?? 'file is missing');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return err(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (MATTERS.test(name))
    return parsed(matterFileField, json, ({ matters }): Part => ({ is: 'matters', file: name, matters }));
  if (name === DIVISIONS)
    return parsed(divisionFileField, json, ({ divisions }): Part => ({ is: 'divisions', divisions }));
  if (CHECKLIST.test(name)) return sound(parsed(checklistField, json, (checklist) => ({ is: 'checklist', checklist })));
  if (REGISTER.test(name)) return parsed(registerField, json, (register): Part => ({ is: 'register', register }));
  if (HOLIDAYS.test(name)) return parsed(holidayFileField, json, (holidays): Part => ({ is: 'holidays', holidays }));
  if (PROGRAMME.test(name)) return parsed(programmeField, json, (programme): Part => ({ is: 'programme', programme }));
  if (name === POWERS)
    return parsed(powerFileField, json, ({ lists }): Part => {
      return { is: 'powers', powers: lists.flatMap(({ powers }) => powers) };
    });
  if (name === LIMITS) return parsed(limitFileField, json, (limits): Part => ({ is: 'limits', limits }));
  if (name === SETTINGS)
    return parsed(settingsFileField, json, ({ soleTraderAs, hearingFromFen, documentFonts, standing, tiles }): Part => {
      return { is: 'settings', settings: { soleTraderAs, hearingFromFen, documentFonts, standing, tiles } };
    });
  return err('unknown catalogue file');
}

/** A form that cannot be filled as it is meant is none, whatever its shape. */
function sound(part: Result<Part, string>): Result<Part, string> {
  const fault = part.ok && part.value.is === 'checklist' ? faultsOf(part.value.checklist)[0] : undefined;
  return fault === undefined ? part : err(`${fault.place}: ${fault.code} ${fault.subject}`.trim());
}

function parsed<T>(schema: z.ZodType<T>, json: unknown, toPart: (value: T) => Part): Result<Part, string> {
  const result = schema.safeParse(json);
  if (result.success) return ok(toPart(result.data));
  const issue = result.error.issues[0];
  return err(issue === undefined ? 'against its schema' : `${issue.path.join('.')}: ${issue.message}`);
}

function withoutDoubles(parts: readonly Part[]): readonly Part[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = keyOf(part);
    if (key === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Of entries of one matter that hold on the same day the first one stays; which law applies must never be a toss-up. */
function withoutOverlaps(parts: readonly Part[]): {
  readonly kept: readonly Part[];
  readonly overlaps: readonly CatalogueProblem[];
} {
  const seen: { readonly file: string; readonly matter: Matter }[] = [];
  const overlaps: CatalogueProblem[] = [];
  const kept = parts.map((part): Part => {
    if (part.is !== 'matters') return part;
    const matters = part.matters.filter((matter) => {
      const other = seen.find((one) => one.matter.code === matter.code && isOverlapping(one.matter, matter));
      if (other === undefined) return seen.push({ file: part.file, matter }) > 0;
      overlaps.push({ file: part.file, reason: `${matter.code} is in force twice, see ${other.file}` });
      return false;
    });
    return { ...part, matters };
  });
  return { kept, overlaps };
}

/** True when both hold on some day; no `validTo` is no end. */
function isOverlapping(a: Matter, b: Matter): boolean {
  const begins = (one: Matter, other: Matter): boolean => other.validTo === undefined || one.validFrom <= other.validTo;
  return begins(a, b) && begins(b, a);
}

function keyOf(part: Part): string | undefined {
  if (part.is === 'holidays') return `holidays ${String(part.holidays.year)}`;
  if (part.is === 'programme') return `programme ${String(part.programme.year)}`;
  if (part.is === 'register') return `register ${part.register.id}`;
  return part.is === 'checklist' ? `${part.checklist.id}.v${String(part.checklist.version)}` : undefined;
}

function calendarOf(parts: readonly Part[]): WorkCalendar {
  const years = parts.flatMap((part) => (part.is === 'holidays' ? [part.holidays] : []));
  return years.reduce(withYear, BUILT_IN_CALENDAR);
}

function checklistsOf(parts: readonly Part[]): Checklist[] {
  return parts.flatMap((part) => (part.is === 'checklist' ? [part.checklist] : []));
}

/** In the order in which they are offered. */
function registersOf(parts: readonly Part[]): Register[] {
  const found = parts.flatMap((part) => (part.is === 'register' ? [part.register] : []));
  return found.sort((a, b) => a.order - b.order);
}

function mattersOf(parts: readonly Part[]): Matter[] {
  return parts.flatMap((part) => (part.is === 'matters' ? part.matters : []));
}

function powersOf(parts: readonly Part[]): Power[] {
  return parts.flatMap((part) => (part.is === 'powers' ? part.powers : []));
}

/** Codes that checklists and powers name and no matter has; a family is none. */
function dangling(parts: readonly Part[]): CatalogueProblem[] {
  const known = new Set(mattersOf(parts).map((matter) => matter.code));
  if (known.size === 0) return []; // the missing matters are a problem of their own
  const linked = checklistsOf(parts).map((checklist) => {
    const items = checklist.sections.flatMap((section) => section.items);
    const codes = items.flatMap(mattersOfItem);
    return { file: `checklists/${checklist.id}.v${String(checklist.version)}.json`, codes };
  });
  const named = powersOf(parts).flatMap(({ matters, exceptMatters = [] }) => [...matters, ...exceptMatters]);
  const all = [...linked, { file: POWERS, codes: named.filter((code) => code.includes('-')) }];
  return all.flatMap(({ file, codes }) => {
    const unknown = [...new Set(codes)].filter((code) => !known.has(code));
    return unknown.length === 0 ? [] : [{ file, reason: `unknown matters: ${unknown.join(', ')}` }];
  });
}

function assemble(parts: readonly Part[], good: Readonly<Record<string, string>>): Catalogue {
  const texts = Object.entries(good).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    version: sha256Text(JSON.stringify(texts)).slice(0, 12),
    matters: mattersOf(parts),
    checklists: checklistsOf(parts),
    published: [],
    registers: registersOf(parts),
    divisions: parts.flatMap((part) => (part.is === 'divisions' ? part.divisions : [])),
    calendar: calendarOf(parts),
    powers: powersOf(parts),
    programmes: parts.flatMap((part) => (part.is === 'programme' ? [part.programme] : [])),
    settings: parts.find((part) => part.is === 'settings')?.settings ?? DEFAULT_SETTINGS,
    limits: parts.find((part) => part.is === 'limits')?.limits ?? DEFAULT_LIMITS,
  };
}
