import { Select, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { printingText as words } from '#renderer/app/language/zh/printing.ts';
import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useLastPrinter } from '#renderer/queries/meta.ts';
import type { PrinterInfo } from '#shared/bridge/printing.ts';

import { usePrinters } from './usePrinters.ts';

type Props = {
  /** The form for the printer that is chosen. */
  readonly children: (printer: string) => ReactNode;
  /** What stands there on a system that only has a dialog. */
  readonly dialog: ReactNode;
};

/** Chooses a printer, the last one first; without any it says so and asks again. */
export function PrinterPicker({ children, dialog }: Props): ReactNode {
  const [round, setRound] = useState(0);
  const [chosen, setChosen] = useState<string>();
  const asked = usePrinters(round);
  const last = useLastPrinter();
  if (asked === undefined || last === undefined) return <LoadingState />;
  const again = (): void => {
    setRound(round + 1);
  };
  if (!asked.ok) {
    const { what, todo } = messageOf(asked.error);
    return <ErrorState what={what} todo={todo} onRetry={again} />;
  }
  const { by, printers } = asked.value;
  if (by === 'dialog') return dialog;
  const printer = printers.find(({ name }) => name === chosen) ?? standardOf(printers, last);
  if (printer === undefined) return <ErrorState what={words.noPrinter} todo={words.noPrinterHint} onRetry={again} />;
  const isOut = printer.state === 'stopped' || printer.state === 'rejecting';
  return (
    <>
      <Select
        label={words.printer}
        data={printers.map((known) => ({ value: known.name, label: words.printerOption(known) }))}
        value={printer.name}
        onChange={(name) => setChosen(name ?? undefined)}
        allowDeselect={false}
      />
      <Text role="status" c="dimmed">
        {isOut ? words.stoppedHint(printer.reason ?? '') : ''}
      </Text>
      {children(printer.name)}
    </>
  );
}

/** The one that was taken last, the system's own, or any. */
function standardOf(printers: readonly PrinterInfo[], last: string | null): PrinterInfo | undefined {
  return printers.find(({ name }) => name === last) ?? printers.find(({ isDefault }) => isDefault) ?? printers[0];
}
