import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';

import { documentsText as words } from '#renderer/app/language/zh/documents.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { PdfView } from '#renderer/components/PdfView.tsx';
import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useBlob } from '#renderer/queries/photos.ts';

import classes from './notice.module.css';
import type { IssuedNotice } from './useNotice.ts';

function FinalPdf({ issued, caseId }: { readonly issued: IssuedNotice; readonly caseId: string }): ReactNode {
  const view = useBlob(`doc:${issued.pdfSha256}`, `case:${caseId}`);
  if (view.is === 'loading') return <LoadingState />;
  if (view.is === 'missing') return <ErrorState {...messageOf(view.error)} />;
  return (
    <PdfView
      pdf={view.blob}
      label={words.finalLabel(issued.number)}
      loadingText={words.previewWaiting}
      errorText={words.previewFailed}
    />
  );
}

/** The issued notice: its number, the document as it stands in the file, and the way back to the case. */
export function IssuedView({ issued, caseId }: { readonly issued: IssuedNotice; readonly caseId: string }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The form was scrolled down to its button; the result stands at the top.
    heading.current?.scrollIntoView({ block: 'end' });
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={classes['page']}>
      <section className={classes['issued']} role="status">
        <h2 ref={heading} tabIndex={-1} className={classes['warningTitle']}>
          <IconCircleCheck size={26} aria-hidden />
          {words.issuedTitle}
        </h2>
        <strong className={classes['number']}>{words.issuedNumber(issued.number)}</strong>
        <span>{words.issuedHint}</span>
        <Button component={Link} href={`/cases/${caseId}`}>
          {words.toCase}
        </Button>
      </section>
      <Panel title={words.title}>
        <FinalPdf issued={issued} caseId={caseId} />
      </Panel>
    </div>
  );
}
