import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { reportsText } from '#renderer/app/language/zh/reports.ts';
import type { ReportRow } from '#renderer/queries/reports.ts';

import { ReportImportDialog } from './ReportImportDialog.tsx';

/** Opens the import of a file of reports. */
export function ReportImportButton({ rows }: { readonly rows: readonly ReportRow[] | undefined }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileImport size={20} aria-hidden />}
        disabled={rows === undefined}
        onClick={() => setOpen(true)}
      >
        {reportsText.import.open}
      </Button>
      {open && rows !== undefined && <ReportImportDialog reports={rows} onClose={() => setOpen(false)} />}
    </>
  );
}
