import { Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { PdfView } from '#renderer/components/PdfView.tsx';
import { ErrorState, FormError, LoadingState } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import { send, type CommandAnswer, type CommandInput, type CommandResults } from '#renderer/data/client.ts';

import { PdfActions } from './PdfActions.tsx';
import { PrintOne } from './PrintOne.tsx';
import type { PrintItem } from './printItem.ts';

const words = casesText.page;

type Props = {
  /** What draws it. */
  readonly paper: CommandInput<'paper.draw'>;
  readonly item: PrintItem;
  readonly title: string;
  /** What is done with it once it is printed. */
  readonly hint: string;
  readonly fileName: string;
  readonly onClose: () => void;
};

type Drawn = CommandAnswer<CommandResults['paper.draw']>;

/** Draws the paper anew with each round. */
function useDrawn(paper: Props['paper'], round: number): Drawn | undefined {
  const [drawn, setDrawn] = useState<Drawn>();
  const asked = JSON.stringify(paper);
  useEffect(() => {
    let wanted = true;
    void send('paper.draw', JSON.parse(asked) as Props['paper']).then((answer) => {
      if (wanted) setDrawn(answer);
    });
    return () => {
      wanted = false;
    };
  }, [asked, round]);
  return drawn;
}

function Body({ paper, item, title, hint, fileName }: Omit<Props, 'onClose'>): ReactNode {
  const [round, setRound] = useState(0);
  const [isPrinting, setPrinting] = useState(false);
  const drawn = useDrawn(paper, round);
  if (drawn === undefined) return <LoadingState />;
  if (!drawn.ok) {
    const { what, todo } = messageOf(drawn.error);
    return <ErrorState what={`${words.pdfFailed}：${what}`} todo={todo} onRetry={() => setRound(round + 1)} />;
  }
  const { pdf, missingGlyphs } = drawn.value;
  const missing = { code: 'missing_glyphs', subject: missingGlyphs.join('') };
  if (isPrinting) return <PrintOne item={item} pdf={pdf} onClose={() => setPrinting(false)} />;
  return (
    <Stack gap="md">
      <Text>{hint}</Text>
      <FormError error={missingGlyphs.length === 0 ? undefined : messageOf(missing)} />
      <PdfActions pdf={pdf} fileName={fileName} onPrint={() => setPrinting(true)} />
      <PdfView pdf={pdf} label={title} loadingText={words.pdfLoading} errorText={words.pdfFailed} />
    </Stack>
  );
}

/** A paper, drawn from its record: to look at, save, print and have signed. */
export function PaperDialog({ onClose, ...props }: Props): ReactNode {
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={props.title} size="min(96vw, 64rem)">
      <Body {...props} />
    </Modal>
  );
}
