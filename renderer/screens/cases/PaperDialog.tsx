import { Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { PdfView } from '#renderer/components/PdfView.tsx';
import { ErrorState, FormError, LoadingState } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import { send, type CommandAnswer, type CommandResults } from '#renderer/data/client.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import type { PaperOffer } from '#shared/documents/papers/index.ts';

import { PdfActions } from './PdfActions.tsx';
import { PrintOne } from './printing/PrintOne.tsx';
import { paperItem } from './printing/printItems.ts';

const words = casesText.page;

type Props = { readonly row: CaseRow; readonly offer: PaperOffer; readonly onClose: () => void };

type Drawn = CommandAnswer<CommandResults['paper.draw']>;

/** Draws the paper anew with each round. */
function useDrawn({ row, offer }: Omit<Props, 'onClose'>, round: number): Drawn | undefined {
  const [drawn, setDrawn] = useState<Drawn>();
  const { kind, event } = offer;
  useEffect(() => {
    let wanted = true;
    void send('paper.draw', { caseId: row.id, kind, event }).then((answer) => {
      if (wanted) setDrawn(answer);
    });
    return () => {
      wanted = false;
    };
  }, [row.id, kind, event, round]);
  return drawn;
}

function Body({ row, offer }: Omit<Props, 'onClose'>): ReactNode {
  const [round, setRound] = useState(0);
  const [isPrinting, setPrinting] = useState(false);
  const drawn = useDrawn({ row, offer }, round);
  if (drawn === undefined) return <LoadingState />;
  if (!drawn.ok) {
    const { what, todo } = messageOf(drawn.error);
    return <ErrorState what={`${words.pdfFailed}：${what}`} todo={todo} onRetry={() => setRound(round + 1)} />;
  }
  const { pdf, missingGlyphs } = drawn.value;
  const missing = { code: 'missing_glyphs', subject: missingGlyphs.join('') };
  if (isPrinting) return <PrintOne item={paperItem(row.id, offer)} pdf={pdf} onClose={() => setPrinting(false)} />;
  return (
    <Stack gap="md">
      <Text>{words.paperHint}</Text>
      <FormError error={missingGlyphs.length === 0 ? undefined : messageOf(missing)} />
      <PdfActions
        pdf={pdf}
        fileName={words.paperFile(offer.title, row.title, offer.on)}
        onPrint={() => setPrinting(true)}
      />
      <PdfView pdf={pdf} label={offer.title} loadingText={words.pdfLoading} errorText={words.pdfFailed} />
    </Stack>
  );
}

/** A paper of the file, drawn from its record: to look at, save, print and have signed. */
export function PaperDialog({ row, offer, onClose }: Props): ReactNode {
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={offer.title} size="min(96vw, 64rem)">
      <Body row={row} offer={offer} />
    </Modal>
  );
}
