import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { PdfView } from '#renderer/components/PdfView.tsx';
import { ErrorState, FormError, LoadingState } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useBlob } from '#renderer/queries/photos.ts';
import type { CaseDocument } from '#shared/case/state.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';

import classes from './cases.module.css';

const words = casesText.page;

type Said = { readonly done: string } | { readonly failed: { readonly code: string } };

type ActionsProps = { readonly pdf: Blob; readonly fileName: string };

/** Saving and printing go through the main process; each says how it ended. */
function Actions({ pdf, fileName }: ActionsProps): ReactNode {
  const [busy, setBusy] = useState<'save' | 'print'>();
  const [said, setSaid] = useState<Said>();

  const run = async (what: 'save' | 'print'): Promise<void> => {
    setBusy(what);
    const bytes = new Uint8Array(await pdf.arrayBuffer());
    if (what === 'save') {
      const answer = await bridge.invoke('files.save', { name: fileName, bytes });
      if (!answer.ok) setSaid({ failed: answer.error });
      else setSaid({ done: answer.value.saved ? words.saved(answer.value.path ?? fileName) : words.saveCancelled });
    } else {
      const answer = await bridge.invoke('printing.print', { name: fileName, bytes });
      if (!answer.ok) setSaid({ failed: answer.error });
      else setSaid({ done: answer.value.printed ? words.printed : words.printCancelled });
    }
    setBusy(undefined);
  };
  return (
    <>
      <FormError error={said !== undefined && 'failed' in said ? messageOf(said.failed) : undefined} />
      <div className={classes['actions']}>
        <Text role="status" className={classes['stepText']}>
          {said !== undefined && 'done' in said ? said.done : ''}
        </Text>
        <Button
          variant="default"
          leftSection={<IconDownload size={20} aria-hidden />}
          loading={busy === 'save'}
          onClick={() => void run('save')}
        >
          {words.save}
        </Button>
        <Button
          leftSection={<IconPrinter size={20} aria-hidden />}
          loading={busy === 'print'}
          onClick={() => void run('print')}
        >
          {words.print}
        </Button>
      </div>
    </>
  );
}

type BodyProps = { readonly row: CaseRow; readonly document: CaseDocument; readonly onRetry: () => void };

function Body({ row, document, onRetry }: BodyProps): ReactNode {
  const view = useBlob(`doc:${document.pdfSha256}`, `case:${row.id}`);
  if (view.is === 'loading') return <LoadingState />;
  if (view.is === 'missing') {
    const { what, todo } = messageOf(view.error);
    return <ErrorState what={`${words.pdfFailed}：${what}`} todo={todo} onRetry={onRetry} />;
  }
  return (
    <Stack gap="md">
      <Actions pdf={view.blob} fileName={`${document.number}.pdf`} />
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
