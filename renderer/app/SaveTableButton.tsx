import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { FormError } from '#renderer/components/states.tsx';

import { bridge } from './bridge.ts';
import { common } from './language/zh/common.ts';
import { messageOf } from './language/zh/errors.ts';
import { notifyDone } from './notify.tsx';

type Props = {
  readonly label: string;
  /** Proposed name of the file. */
  readonly name: string;
  readonly disabled: boolean;
  /** The table as text or as the bytes of a file, made when it is asked for; undefined when it could not be made. */
  readonly text: () => string | Promise<Uint8Array<ArrayBuffer> | undefined>;
};

/** Saves a table as a file for a spreadsheet, where the person says. */
export function SaveTableButton({ label, name, disabled, text }: Props): ReactNode {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ readonly code: string }>();
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const made = await text();
    if (made === undefined) {
      setBusy(false);
      setError({ code: 'internal' });
      return;
    }
    const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
    const answer = await bridge.invoke('files.save', { name, bytes });
    setBusy(false);
    if (!answer.ok) setError(answer.error);
    else notifyDone(answer.value.saved ? common.savedTo(answer.value.path ?? '') : common.notSaved);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden />}
        loading={busy}
        disabled={disabled}
        onClick={() => void save()}
      >
        {label}
      </Button>
      <FormError error={error && messageOf(error)} />
    </>
  );
}
