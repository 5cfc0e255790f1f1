import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { printingText as words } from '#renderer/app/language/zh/printing.ts';
import { CountField } from '#renderer/components/CountField.tsx';
import { PdfThumbs } from '#renderer/components/PdfThumbs.tsx';
import { ErrorState, FormError, LoadingState } from '#renderer/components/states.tsx';
import type { CommandError } from '#renderer/data/client.ts';
import { useLastMedium } from '#renderer/queries/meta.ts';
import type { Medium } from '#shared/documents/media.ts';
import { pagesOf, rangesOf } from '#shared/kernel/pageRanges.ts';

import { MediumPicker } from './MediumPicker.tsx';
import { OrderedJobs } from './OrderedJobs.tsx';
import { PrinterPicker } from './PrinterPicker.tsx';
import { MAX_COPIES, type PrintItem } from './printItem.ts';
import classes from './printing.module.css';
import { useMediumPdf } from './useMediumPdf.ts';
import { useOrder } from './useOrder.ts';

type Props = { readonly item: PrintItem; readonly pdf: Blob; readonly onClose: () => void };

/** Prints one document: printer, paper, copies, and pages that are typed or chosen by their pictures. */
export function PrintOne(props: Props): ReactNode {
  const last = useLastMedium();
  const [chosen, setChosen] = useState<Medium>();
  if (last === undefined) return <LoadingState />;
  const { item, pdf, onClose } = props;
  const medium = item.isNarrow === true ? (chosen ?? last ?? 'A4') : 'A4';
  return (
    <Stack gap="md">
      {item.isNarrow === true && <MediumPicker value={medium} onChange={setChosen} />}
      <OnMedium key={medium} item={item} pdf={pdf} medium={medium} onClose={onClose} />
    </Stack>
  );
}

type OnMediumProps = Props & { readonly medium: Medium };

function OnMedium({ item, pdf, medium, onClose }: OnMediumProps): ReactNode {
  const shown = useMediumPdf(item, pdf, medium);
  if (shown.is === 'loading') return <LoadingState />;
  if (shown.is === 'failed') {
    const { what, todo } = messageOf(shown.error);
    return <ErrorState what={what} todo={todo} />;
  }
  return <PrintForm item={item} pdf={shown.pdf} medium={medium} onClose={onClose} />;
}

function PrintForm({ item, pdf, medium, onClose }: OnMediumProps): ReactNode {
  const order = useOrder();
  const [copies, setCopies] = useState(1);
  const [range, setRange] = useState('');
  const [count, setCount] = useState<number>();
  if (order.jobs !== undefined) return <OrderedJobs jobs={order.jobs} onClose={onClose} />;
  const wanted = range.trim() === '' ? undefined : pagesOf(range, count ?? Number.MAX_SAFE_INTEGER);
  const isBad = range.trim() !== '' && wanted === undefined;
  const all = Array.from({ length: count ?? 0 }, (_, at) => at + 1);
  const chosen = new Set(wanted ?? (isBad ? [] : all));

  const toggle = (page: number): void => {
    const next = new Set(chosen);
    if (!next.delete(page)) next.add(page);
    setRange(next.size === all.length ? '' : rangesOf(next));
  };
  const print = (printer: string): void => {
    const pages = wanted === undefined ? {} : { pages: rangesOf(wanted) };
    const small = medium === 'A4' ? {} : { medium };
    void order.place({ printer, items: [{ source: item.source, title: item.title, copies, ...pages, ...small }] });
  };
  return (
    <Stack gap="md">
      <PrinterPicker dialog={<SystemDialog pdf={pdf} />}>
        {(printer) => (
          <>
            <div className={classes['settings']}>
              <div>
                <div className={classes['label']}>{words.copies}</div>
                <CountField
                  label={words.copies}
                  fewer={words.fewer(item.title)}
                  more={words.more(item.title)}
                  value={copies}
                  max={MAX_COPIES}
                  onChange={setCopies}
                />
              </div>
              <TextInput
                className={classes['range'] ?? ''}
                label={words.pages}
                description={count === undefined ? undefined : words.pagesHint(count)}
                value={range}
                onChange={(event) => setRange(event.currentTarget.value)}
                error={isBad ? words.pagesBad : undefined}
                inputMode="numeric"
              />
            </div>
            <PdfThumbs
              pdf={pdf}
              label={words.thumbs}
              pageLabel={words.thumb}
              errorText={casesText.page.pdfFailed}
              chosen={chosen}
              onToggle={toggle}
              onCount={setCount}
            />
            <FormError error={order.error === undefined ? undefined : messageOf(order.error)} />
            <div className={classes['end']}>
              <Button variant="default" onClick={onClose}>
                {words.back}
              </Button>
              <Button
                leftSection={<IconPrinter size={20} aria-hidden />}
                loading={order.busy}
                disabled={isBad}
                onClick={() => print(printer)}
              >
                {words.print(1, copies)}
              </Button>
            </div>
          </>
        )}
      </PrinterPicker>
    </Stack>
  );
}

/** Where the system has no queue that tells anything: its own dialog, and no claim about what came of it. */
function SystemDialog({ pdf }: { readonly pdf: Blob }): ReactNode {
  const [said, setSaid] = useState<string>();
  const [error, setError] = useState<CommandError>();
  const print = async (): Promise<void> => {
    const answer = await bridge.invoke('printing.dialog', { bytes: new Uint8Array(await pdf.arrayBuffer()) });
    setError(answer.ok ? undefined : answer.error);
    setSaid(answer.ok ? (answer.value.printed ? words.dialogDone : words.dialogCancelled) : undefined);
  };
  return (
    <>
      <Text>{words.dialogHint}</Text>
      <FormError error={error === undefined ? undefined : messageOf(error)} />
      <div className={classes['end']}>
        <Text role="status">{said ?? ''}</Text>
        <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => void print()}>
          {words.dialogOpen}
        </Button>
      </div>
    </>
  );
}
