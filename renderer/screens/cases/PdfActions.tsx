import { Button, Text } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { FormError } from '#renderer/components/states.tsx';

import classes from './cases.module.css';

const words = casesText.page;

type Said = { readonly done: string } | { readonly failed: { readonly code: string } };

type Props = { readonly pdf: Blob; readonly fileName: string };

/** Saving and printing go through the main process; each says how it ended. */
export function PdfActions({ pdf, fileName }: Props): ReactNode {
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
