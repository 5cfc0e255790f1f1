import type { ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import type { PaperOffer } from '#shared/documents/papers/index.ts';

import { PaperDialog } from './PaperDialog.tsx';
import { paperItem } from './printItem.ts';

const words = casesText.page;

type Props = {
  readonly row: Pick<CaseRow, 'id' | 'title'>;
  readonly offer: PaperOffer;
  /** What is done with it once it is printed; otherwise it is signed and scanned for the file. */
  readonly hint?: string;
  readonly onClose: () => void;
};

/** A paper of a file: to look at, save, print and have signed. */
export function FilePaperDialog({ row, offer, hint = words.paperHint, onClose }: Props): ReactNode {
  const { kind, event, title, on } = offer;
  return (
    <PaperDialog
      paper={{ caseId: row.id, kind, event }}
      item={paperItem(row.id, offer)}
      title={title}
      hint={hint}
      fileName={words.paperFile(title, row.title, on)}
      onClose={onClose}
    />
  );
}
