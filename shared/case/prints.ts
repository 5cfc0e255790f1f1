import type { CaseEvent } from './caseEvent.ts';
import { judgeOwner, type Owners } from './owners.ts';
import type { CaseState, DocumentPrint, Verdict } from './state.ts';

type Printed = Extract<CaseEvent, { type: 'document.printed' }>;

/**
 * Whether a print counts: by somebody of the organisation that has the case, or had it, and of a document the case knows. It
 * is no act of a procedure: a closed file may be printed again, under every version of the rules.
 */
export function judgePrint(state: CaseState, event: Printed, owners: Owners): Verdict {
  const foreign = judgeOwner(event, owners);
  if (foreign !== undefined) {
    const { code, article } = foreign;
    return { is: code === 'handed_over' ? 'flagged' : 'void', reason: code, article };
  }
  const isKnown = state.documents.some(({ document }) => document === event.data.document);
  return isKnown ? { is: 'applied' } : { is: 'void', reason: 'document_not_issued', article: '' };
}

/** The state with a print among those of its document and nothing else changed. A job that was told twice counts once. */
export function withPrint(state: CaseState, { by, data }: Printed): CaseState {
  const { document, ...print } = data;
  const added: DocumentPrint = { ...print, by };
  return {
    ...state,
    documents: state.documents.map((known) => {
      const isAnother = known.document !== document || known.prints?.some(({ job }) => job === print.job) === true;
      return isAnother ? known : { ...known, prints: [...(known.prints ?? []), added] };
    }),
  };
}

/** How many copies of a document were printed, and when last; undefined when none was. */
export function printSums(
  prints: readonly DocumentPrint[] | undefined,
): { readonly copies: number; readonly lastAt: string } | undefined {
  const lastAt = (prints ?? [])
    .map(({ printedAt }) => printedAt)
    .sort()
    .at(-1);
  if (prints === undefined || lastAt === undefined) return undefined;
  return { copies: prints.reduce((sum, { copies }) => sum + copies, 0), lastAt };
}
