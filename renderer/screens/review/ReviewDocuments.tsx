import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reviewText as words } from '#renderer/app/language/zh/review.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { PdfView } from '#renderer/components/PdfView.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/components/states.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useBlob } from '#renderer/queries/photos.ts';
import type { CaseDocument } from '#shared/case/state.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';

import classes from './review.module.css';

type PdfProps = { readonly document: CaseDocument; readonly stream: string; readonly onRetry: () => void };

function Pdf({ document, stream, onRetry }: PdfProps): ReactNode {
  const view = useBlob(`doc:${document.pdfSha256}`, stream);
  if (view.is === 'loading') return <LoadingState />;
  if (view.is === 'missing') {
    const { what, todo } = messageOf(view.error);
    return <ErrorState what={`${words.pdfFailed}：${what}`} todo={todo} onRetry={onRetry} />;
  }
  return (
    <PdfView
      pdf={view.blob}
      label={words.pdfLabel(DOCUMENT_TITLES[document.kind], document.number)}
      loadingText={words.pdfLoading}
      errorText={words.pdfFailed}
    />
  );
}

function DocumentBox({ document, stream }: Omit<PdfProps, 'onRetry'>): ReactNode {
  const [shown, setShown] = useState(false);
  const [attempt, setAttempt] = useState(0);
  return (
    <div className={classes['document']}>
      <div className={classes['head']}>
        <span className={classes['grow']}>
          {words.number(document.number)}
          {document.voided !== undefined && `（${words.voided(document.voided)}）`}
        </span>
        <Button
          variant="default"
          leftSection={<IconFileText size={20} aria-hidden />}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? words.hidePdf : words.showPdf}
        </Button>
      </div>
      {shown && <Pdf key={attempt} document={document} stream={stream} onRetry={() => setAttempt(attempt + 1)} />}
    </div>
  );
}

/** The notices of the case; each PDF is fetched when somebody wants to see it. */
export function ReviewDocuments({ row }: { readonly row: CaseRow }): ReactNode {
  return (
    <Panel title={words.document}>
      {row.documents.length === 0 ? (
        <EmptyState title={words.noDocument} icon={<IconFileText size={40} stroke={1.5} aria-hidden />} />
      ) : (
        row.documents.map((document) => (
          <DocumentBox key={document.document} document={document} stream={`case:${row.id}`} />
        ))
      )}
    </Panel>
  );
}
