import { Button, Text } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { FormError } from '#renderer/components/states.tsx';

import classes from './printing.module.css';

const words = casesText.page;

type Said = { readonly done: string } | { readonly failed: { readonly code: string } };

/** `onPrint`: absent for what must not be printed. */
type Props = { readonly pdf: Blob; readonly fileName: string; readonly onPrint?: (() => void) | undefined };

/** Saving goes through the main process and says how it ended; printing has a form of its own. */
export function PdfActions({ pdf, fileName, onPrint }: Props): ReactNode {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>();

  const save = async (): Promise<void> => {
    setBusy(true);
    const bytes = new Uint8Array(await pdf.arrayBuffer());
    const answer = await bridge.invoke('files.save', { name: fileName, bytes });
    if (!answer.ok) setSaid({ failed: answer.error });
    else setSaid({ done: answer.value.saved ? words.saved(answer.value.path ?? fileName) : words.saveCancelled });
    setBusy(false);
  };
  return (
    <>
      <FormError error={said !== undefined && 'failed' in said ? messageOf(said.failed) : undefined} />
      <div className={classes['saving']}>
        <Text role="status" className={classes['said']}>
          {said !== undefined && 'done' in said ? said.done : ''}
        </Text>
        <Button
          variant="default"
          leftSection={<IconDownload size={20} aria-hidden />}
          loading={busy}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
        {onPrint !== undefined && (
          <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={onPrint}>
            {words.print}
          </Button>
        )}
      </div>
    </>
  );
}
