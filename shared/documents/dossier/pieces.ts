import type { CaseEvent } from '../../case/caseEvent.ts';
import { scansOf } from '../../case/service.ts';
import type { CaseState, DocumentKind } from '../../case/state.ts';
import { chinaDateOf } from '../../kernel/chinaTime.ts';
import { papersOf, type PaperOffer } from '../papers/index.ts';
import type { PaperKind } from '../papers/kinds.ts';
import { DOCUMENT_TITLES } from '../titles.ts';

/** A kept PDF as the issuing event froze it: its hash and its pages. */
type KeptPdf = { readonly sha256: string; readonly pages: number };

/** One piece of a file (件): an issued document, or a paper that is drawn from a record. */
export type Piece = {
  readonly title: string;
  /** 文号; absent on papers. */
  readonly number?: string | undefined;
  /** The organisation that made it (责任者). */
  readonly org: string;
  /** Date in Asia/Shanghai. */
  readonly on: string;
  readonly event: string;
  /** Place of its record among those of the case. */
  readonly record: number;
  /** How many pages of it were scanned once they were signed by hand. */
  readonly scans?: number | undefined;
  /** Of a proof of service or an announcement: the document that was served. */
  readonly serves?: { readonly kind: string; readonly record: number } | undefined;
} & (
  | { readonly is: 'document'; readonly kind: DocumentKind; readonly pdf: KeptPdf }
  | { readonly is: 'paper'; readonly kind: PaperKind }
);

/** A document of the case that has no PDF here to go in: printed elsewhere, before its kind was printed by the app. */
export type Unprinted = { readonly title: string; readonly number: string };

/** The pieces of a file in the order of its records, and the documents of which there is no PDF. Voided ones count in neither. */
export function piecesOf(
  state: CaseState,
  events: readonly CaseEvent[],
): { readonly pieces: readonly Piece[]; readonly unprinted: readonly Unprinted[] } {
  const records = new Map(state.timeline.map(({ event, org }, record) => [event, { record, org }] as const));
  const recordOf = (event: string) => records.get(event) ?? { record: state.timeline.length, org: state.org };
  const counting = state.documents.filter(({ voided }) => voided === undefined);
  const documents = counting.flatMap((document): Piece[] => {
    const { kind, number, event, issuedAt, pdfSha256: sha256, pages } = document;
    if (sha256 === undefined || pages === undefined) return [];
    const on = chinaDateOf(Date.parse(issuedAt));
    const pdf = { sha256, pages };
    return [{ is: 'document', kind, title: DOCUMENT_TITLES[kind], number, on, event, pdf, ...recordOf(event) }];
  });
  const served = new Map(
    events.flatMap((event) => (event.type === 'document.served' ? [[event._id, event.data.document] as const] : [])),
  );
  // What might be announced is offered to be printed; only what was announced is a piece of the file.
  const isPiece = ({ kind, event }: PaperOffer): boolean =>
    kind !== 'D31A' || state.documents.some((one) => one.event === event && one.served?.mode === 'announcement');
  const papers = papersOf(state)
    .filter(isPiece)
    .map(({ kind, title, event, on }): Piece => {
      const document = state.documents.find((one) =>
        kind === 'D31A' ? one.event === event : one.document === served.get(event),
      );
      const serves = document && { kind: document.kind, record: recordOf(document.event).record };
      const scans = scansOf(state, kind, event).length;
      return { is: 'paper', kind, title, on, event, serves, ...(scans === 0 ? {} : { scans }), ...recordOf(event) };
    });
  return {
    pieces: [...documents, ...papers].sort((one, other) => one.record - other.record),
    unprinted: counting
      .filter(({ pdfSha256 }) => pdfSha256 === undefined)
      .map(({ kind, number }) => ({ title: DOCUMENT_TITLES[kind], number })),
  };
}
