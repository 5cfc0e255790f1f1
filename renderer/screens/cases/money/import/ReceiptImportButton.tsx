import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { receiptImportText as words } from '#renderer/app/language/zh/receiptImport.ts';
import { useMayWrite } from '#renderer/queries/role.ts';

import { ReceiptImportDialog } from './ReceiptImportDialog.tsx';

/** Opens the import, for who may enter payments. It knows the cases of others too, to say whose a number is. */
export function ReceiptImportButton(): ReactNode {
  const [open, setOpen] = useState(false);
  const mayEnter = useMayWrite('payment.entered');
  if (!mayEnter) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconFileImport size={20} aria-hidden />} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {open && <ReceiptImportDialog onClose={() => setOpen(false)} />}
    </>
  );
}
