import { casesText } from '#renderer/app/language/zh/cases.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import type { PrintSource } from '#renderer/queries/prints.ts';
import type { CaseDocument } from '#shared/case/state.ts';
import { isNarrowKind } from '#shared/documents/media.ts';
import { papersOf, type PaperOffer } from '#shared/documents/papers/index.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';

/** Copies of one document at a time. */
export const MAX_COPIES = 99;

/**
 * Something that can be printed. `title` is what the job is called, here and at the printer; `isNarrow`: it also has a layout
 * for small paper.
 */
export type PrintItem = {
  readonly key: string;
  readonly source: PrintSource;
  readonly title: string;
  readonly isNarrow: boolean;
};

/** True for a document with a PDF whose number is valid. */
export function isPrintable({ pdfSha256, voided }: CaseDocument): boolean {
  return pdfSha256 !== undefined && voided === undefined;
}

/** An issued document as something to print. */
export function documentItem(caseId: string, { document, kind, number }: CaseDocument): PrintItem {
  const title = casesText.page.pdfLabel(DOCUMENT_TITLES[kind], number);
  return { key: document, source: { is: 'document', caseId, document }, title, isNarrow: isNarrowKind(kind) };
}

/** A paper of the file as something to print. */
export function paperItem(caseId: string, { kind, event, title, on }: PaperOffer): PrintItem {
  const source = { is: 'paper', caseId, kind, event } as const;
  return { key: `${kind} ${event}`, source, title: `${title} ${formatChinaDate(on)}`, isNarrow: false };
}

/** Everything of a case that can be printed: its documents, and the papers its records come to. */
export function itemsOf(row: CaseRow): {
  readonly documents: readonly PrintItem[];
  readonly papers: readonly PrintItem[];
} {
  return {
    documents: row.documents.filter(isPrintable).map((document) => documentItem(row.id, document)),
    papers: papersOf(row).map((offer) => paperItem(row.id, offer)),
  };
}
