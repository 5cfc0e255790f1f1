import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { SyncItem } from '#renderer/queries/syncItems.ts';
import { useToday } from '#renderer/queries/useNow.ts';

import { itemsCsv, type Readers } from './itemsCsv.ts';

/** Saves the list as a file for a spreadsheet, where the person says. */
export function ExportButton({
  items,
  readers,
}: {
  readonly items: readonly SyncItem[];
  readonly readers: Readers;
}): ReactNode {
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ readonly code: string }>();
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const bytes = new TextEncoder().encode(itemsCsv(items, readers));
    const answer = await bridge.invoke('files.save', { name: words.exportName(today), bytes });
    setBusy(false);
    if (!answer.ok) setError(answer.error);
    else notifyDone(answer.value.saved ? words.exported(answer.value.path ?? '') : words.exportCancelled);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden />}
        loading={busy}
        disabled={items.length === 0}
        onClick={() => void save()}
      >
        {words.export}
      </Button>
      <FormError error={error && messageOf(error)} />
    </>
  );
}
