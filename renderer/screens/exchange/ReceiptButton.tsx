import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { exchangeText as words } from '#renderer/app/language/zh/exchange.ts';
import type { ExchangeRow } from '#renderer/queries/exchange.ts';

import { ReceiptDialog } from './ReceiptDialog.tsx';

/** Opens the import of a platform's receipt. */
export function ReceiptButton({ packages }: { readonly packages: readonly ExchangeRow[] }): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileImport size={20} aria-hidden />}
        disabled={packages.length === 0}
        onClick={() => setOpened(true)}
      >
        {words.receipt}
      </Button>
      {opened && <ReceiptDialog packages={packages} onClose={() => setOpened(false)} />}
    </>
  );
}
