import type { CaseRow } from '#renderer/queries/cases.ts';

const texts = new WeakMap<CaseRow, string>();

/** What a search looks through, in lower case: title, shop, operator, party, officers, document numbers. */
export function textOf(row: CaseRow): string {
  const kept = texts.get(row);
  if (kept !== undefined) return kept;
  const names = [row.siteName, row.site.operator, row.file?.party?.name, row.officer?.name, row.second?.name];
  const parts = [row.title, ...names, ...row.documents.map(({ number }) => number)];
  const lower = parts.join('\n').toLowerCase();
  texts.set(row, lower);
  return lower;
}

/** Acts of those who handle a file; a clue may have been opened by somebody who does not. */
const HANDLING: ReadonlySet<string> = new Set(['record.made', 'party.identified', 'case.told', 'case.investigated']);

/** Accounts of those who handle a case: the pair that found it, and who took its records. */
export function handlersOf({ officer, second, timeline }: CaseRow): readonly string[] {
  const found = [officer, second].flatMap((one) => (one === undefined ? [] : [one.user]));
  return [...found, ...timeline.flatMap(({ type, people }) => (HANDLING.has(type) ? people : []))];
}

/** Everybody who handles one of these cases. */
export function allHandlers(rows: readonly CaseRow[]): readonly string[] {
  return [...new Set(rows.flatMap(handlersOf))];
}
