import { Modal, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { PdfActions } from '#renderer/app/printing/PdfActions.tsx';
import { PrintOne } from '#renderer/app/printing/PrintOne.tsx';
import { PdfView } from '#renderer/components/PdfView.tsx';
import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useBlob } from '#renderer/queries/photos.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import type { CaseDocument } from '#shared/case/state.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';

import { documentItem, isPrintable } from './printing/printItems.ts';

const words = casesText.page;

type BodyProps = { readonly row: CaseRow; readonly document: CaseDocument; readonly onRetry: () => void };

function Body({ row, document, onRetry }: BodyProps): ReactNode {
  const [isPrinting, setPrinting] = useState(false);
  const mayPrint = useMayWrite('document.printed') && isPrintable(document);
  const view = useBlob(`doc:${document.pdfSha256}`, `case:${row.id}`);
  if (view.is === 'loading') return <LoadingState />;
  if (view.is === 'missing') {
    const { what, todo } = messageOf(view.error);
    return <ErrorState what={`${words.pdfFailed}：${what}`} todo={todo} onRetry={onRetry} />;
  }
  if (isPrinting) {
    return <PrintOne item={documentItem(row.id, document)} pdf={view.blob} onClose={() => setPrinting(false)} />;
  }
  return (
    <Stack gap="md">
      <PdfActions
        pdf={view.blob}
        fileName={`${document.number}.pdf`}
        onPrint={mayPrint ? () => setPrinting(true) : undefined}
      />
      <PdfView
        pdf={view.blob}
        label={words.pdfLabel(DOCUMENT_TITLES[document.kind], document.number)}
        loadingText={words.pdfLoading}
        errorText={words.pdfFailed}
      />
    </Stack>
  );
}

type Props = { readonly row: CaseRow; readonly document: CaseDocument; readonly onClose: () => void };

/** The issued PDF itself, byte for byte as it was signed: to look at, save and print. */
export function DocumentDialog({ row, document, onClose }: Props): ReactNode {
  useReturnFocus();
  const [attempt, setAttempt] = useState(0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.pdfLabel(DOCUMENT_TITLES[document.kind], document.number)}
      size="min(96vw, 64rem)"
    >
      <Body key={attempt} row={row} document={document} onRetry={() => setAttempt(attempt + 1)} />
    </Modal>
  );
}
