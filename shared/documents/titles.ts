import type { DocumentKind } from '../case/state.ts';

import { DEFINITIONS } from './kinds/index.ts';
import { LOOSE_PAPERS } from './papers/loose.ts';

/** True for documents that a party is handed or that are posted for it; the others go to a court or another agency. */
export function goesToParty(kind: DocumentKind): boolean {
  return kind === 'D07' || !DEFINITIONS[kind].copies.some((copy) => copy === 'court' || copy === 'agency');
}

/** Names of documents as printed and as screens show them, by the ids of the bureau's list. */
export const DOCUMENT_TITLES = {
  D07: '责令限期改正通知书',
  ...Object.fromEntries(Object.values(DEFINITIONS).map(({ kind, title }) => [kind, title])),
} as Readonly<Record<DocumentKind, string>>;

/** Names of everything that bears a code: documents, and the one paper that a shop is handed without a number. */
export const CODED_TITLES: Readonly<Record<string, string>> = { ...DOCUMENT_TITLES, D38: LOOSE_PAPERS.D38.title };
