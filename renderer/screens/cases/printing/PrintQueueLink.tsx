import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { printingText as words } from '#renderer/app/language/zh/printing.ts';
import { useOpenPrints } from '#renderer/queries/prints.ts';

/** The way to the print queue, with the number of jobs that are not over. */
export function PrintQueueLink(): ReactNode {
  const open = useOpenPrints();
  return (
    <Button variant="default" component={Link} href="/cases/printing">
      {words.openWith(open)}
    </Button>
  );
}
