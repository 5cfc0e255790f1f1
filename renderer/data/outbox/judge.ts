/** One line of the server's answer to `_bulk_docs`, as PouchDB hands it on. */
export type DocumentAnswer = {
  readonly id?: string;
  readonly ok?: boolean;
  readonly error?: string | boolean;
  readonly status?: number;
  readonly name?: string;
  readonly reason?: string;
};

/** A record that the server refused, with its own words. */
export type Refused = { readonly id: string; readonly reason: string };

/** What became of the records of a batch; each stands in exactly one list. */
export type Judged = {
  /** Written by this request. */
  readonly accepted: readonly string[];
  /** Something stands there under this id already: to be read and verified. */
  readonly there: readonly string[];
  readonly refused: readonly Refused[];
  /** Not answered (a list cut short), or the server's own trouble: no blame, they go again. */
  readonly unclear: readonly string[];
};

/** Errors that speak of the document itself. Every other one is the server's own trouble. */
const REFUSES = new Set(['forbidden', 'unauthorized', 'doc_validation', 'illegal_docid', 'document_too_large']);

/** Sorts the records of a batch by the server's answer; rows that are missing, foreign or doubled do no harm. */
export function judgeAnswer(ids: readonly string[], answers: readonly DocumentAnswer[]): Judged {
  const accepted = new Set<string>();
  const there = new Set<string>();
  const refused = new Map<string, string>();
  for (const answer of answers) {
    if (answer.id === undefined) continue;
    const error = String(answer.name ?? answer.error ?? '');
    if (answer.ok === true) accepted.add(answer.id);
    else if (error === 'conflict' || answer.status === 409) there.add(answer.id);
    else if (REFUSES.has(error)) refused.set(answer.id, (answer.reason ?? error).slice(0, 500));
  }
  const isThere = (id: string): boolean => there.has(id) && !accepted.has(id);
  const isRefused = (id: string): boolean => refused.has(id) && !accepted.has(id) && !there.has(id);
  return {
    accepted: ids.filter((id) => accepted.has(id)),
    there: ids.filter(isThere),
    refused: ids.filter(isRefused).map((id) => ({ id, reason: refused.get(id) ?? '' })),
    unclear: ids.filter((id) => !accepted.has(id) && !there.has(id) && !refused.has(id)),
  };
}
