import type { CaseRow } from '#renderer/data/tables.ts';

/** What a search looks through, in lower case: title, shop, operator, party, officers, document numbers. */
export function textOf(row: CaseRow): string {
  const names = [row.siteName, row.site.operator, row.file?.party?.name, row.officer?.name, row.second?.name];
  return [row.title, ...names, ...row.documents.map(({ number }) => number)].join('\n').toLowerCase();
}

/** Acts of those who handle a file; a clue may have been opened by somebody who does not. */
const HANDLING: ReadonlySet<string> = new Set(['record.made', 'party.identified', 'case.told', 'case.investigated']);

/** Accounts of those who handle a case: the pair that found it, and who took its records; each once. */
export function handlersOf({ officer, second, timeline }: CaseRow): readonly string[] {
  const found = [officer, second].flatMap((one) => (one === undefined ? [] : [one.user]));
  return [...new Set([...found, ...timeline.flatMap(({ type, people }) => (HANDLING.has(type) ? people : []))])];
}

/** Codes of the matters of a case: the one it was filed for, before that those of its findings; each once. */
export function mattersOf({ file, findings }: CaseRow): readonly string[] {
  return file?.matter === undefined ? [...new Set(findings.map(({ matter }) => matter))] : [file.matter.code];
}
