import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findChecklist } from '#shared/catalogue/find.ts';
import { nextOf, readDraft, type ChecklistDraft } from '#shared/inspection/editing/draft.ts';
import { valueAt, type Place } from '#shared/inspection/editing/place.ts';

/** The version that a draft was made from; undefined for a checklist from nothing. */
export type Origin = { readonly id: string; readonly version: number };
/** What is in the editor at one moment: the draft, and what of it is chosen. */
export type Moment = { readonly draft: ChecklistDraft; readonly at: Place };
/** What is kept of the editor on this device. */
export type Work = Moment & { readonly from?: Origin | undefined };

/** The text that is kept. */
export function textOfWork({ from, draft, at }: Work): string {
  return JSON.stringify({ from, draft, at });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The draft that the text of a file is; undefined where it lacks the frame of a checklist. */
export function draftIn(text: string): ChecklistDraft | undefined {
  const read = readDraft(jsonIn(text));
  return read.ok ? read.value : undefined;
}

/** A draft from elsewhere, as made from the version in use before its own. */
export function workOf({ checklists }: Pick<Catalogue, 'checklists'>, draft: ChecklistDraft): Work {
  const versions = checklists.filter(({ id }) => id === draft.id).map(({ version }) => version);
  const known = versions.toSorted((a, b) => b - a);
  const version = known.find((one) => one < draft.version) ?? known[0];
  return { draft, at: '', from: version === undefined ? undefined : { id: draft.id, version } };
}

/** What was kept; undefined when it cannot be read, as something that a later app wrote. */
export function workIn(text: string): Work | undefined {
  const json = jsonIn(text);
  const draft = readDraft(valueAt(json, 'draft'));
  if (!draft.ok) return undefined;
  const [at, id, version] = ['at', 'from.id', 'from.version'].map((place) => valueAt(json, place));
  const from = typeof id === 'string' && typeof version === 'number' ? { id, version } : undefined;
  return { draft: draft.value, at: existing(draft.value, typeof at === 'string' ? at : ''), from };
}

/** The next version of a checklist in use, not touched yet; undefined when there is no such list. */
export function workFrom(catalogue: Catalogue, id: string, today: string): Work | undefined {
  const newest = findChecklist(catalogue, id);
  if (newest === undefined) return undefined;
  const { version } = newest;
  return { draft: nextOf(newest, version + 1, today), at: 'sections.0', from: { id, version } };
}

/** The page of the form that shows what stands at a place: of an item, a section, the scoring, the proofs, or the list's own. */
export function pageOf(place: Place): Place {
  return /^(?:sections\.\d+\.items\.\d+|sections\.\d+|scoring|proofs)(?=\.|$)/.exec(place)?.[0] ?? '';
}

/** The page, or the nearest one that is there: of an item that is gone the one before it, of a section that is gone the list. */
export function existing(draft: ChecklistDraft, page: Place): Place {
  const { section, item } = positionsIn(page);
  if (section === undefined) return page;
  const items = draft.sections[section]?.items;
  if (items === undefined) return '';
  if (item === undefined) return page;
  const there = Math.min(item, items.length - 1);
  return there < 0 ? `sections.${String(section)}` : `sections.${String(section)}.items.${String(there)}`;
}

/** The positions that a page names. */
export function positionsIn(page: Place): { readonly section?: number; readonly item?: number } {
  const [, section, item] = /^sections\.(\d+)(?:\.items\.(\d+))?/.exec(page) ?? [];
  if (section === undefined) return {};
  return { section: Number(section), ...(item === undefined ? {} : { item: Number(item) }) };
}
