import { casesText } from '#renderer/app/language/zh/cases.ts';
import { paperItem, type PrintItem } from '#renderer/app/printing/printItem.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import type { CaseDocument } from '#shared/case/state.ts';
import { isNarrowKind } from '#shared/documents/media.ts';
import { papersOf } from '#shared/documents/papers/index.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';

/** True for a document with a PDF whose number is valid. */
export function isPrintable({ pdfSha256, voided }: CaseDocument): boolean {
  return pdfSha256 !== undefined && voided === undefined;
}

/** An issued document as something to print. */
export function documentItem(caseId: string, { document, kind, number }: CaseDocument): PrintItem {
  const title = casesText.page.pdfLabel(DOCUMENT_TITLES[kind], number);
  return { key: document, source: { is: 'document', caseId, document }, title, isNarrow: isNarrowKind(kind) };
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
