import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { bundleText as words } from '../language/zh/bundle.ts';

import { ExportDialog } from './ExportDialog.tsx';
import { useSummary } from './useSummary.ts';

/** Offered where the data worker could not start: journal and files are in the main process and can still leave. */
export function ExportFromFailedStart(): ReactNode {
  const [open, setOpen] = useState(false);
  const summary = useSummary(undefined);
  if (summary === undefined || summary === null || summary.events + summary.blobs === 0) return null;
  return (
    <>
      <p style={{ textAlign: 'center' }}>{words.unsynced(summary.events, summary.blobs)}</p>
      <p style={{ textAlign: 'center' }}>
        <Button disabled={summary.recoveryKey === undefined} onClick={() => setOpen(true)}>
          {words.export}
        </Button>
      </p>
      {summary.recoveryKey === undefined && <p style={{ textAlign: 'center' }}>{words.noKey}</p>}
      {open && <ExportDialog summary={summary} workerLives={false} onClose={() => setOpen(false)} />}
    </>
  );
}
