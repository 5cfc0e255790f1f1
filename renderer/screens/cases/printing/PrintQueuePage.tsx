import { Button, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { printingText as words } from '#renderer/app/language/zh/printing.ts';
import { PrintJobs } from '#renderer/app/printing/PrintJobs.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { send } from '#renderer/data/client.ts';
import { usePrints } from '#renderer/queries/prints.ts';

/** 打印队列: every print job of this device, the latest first. */
export function PrintQueuePage(): ReactNode {
  const rows = usePrints();
  const hasOver = rows?.some(({ state }) => state === 'done' || state === 'failed' || state === 'cancelled') === true;
  return (
    <>
      <PageHeader
        title={words.title}
        back="/cases"
        actions={
          hasOver ? (
            <Button variant="default" onClick={() => void send('print.clear', {})}>
              {words.clear}
            </Button>
          ) : undefined
        }
      />
      {rows === undefined ? (
        <LoadingState />
      ) : (
        <PageColumn>
          {rows.length === 0 ? (
            <EmptyState
              title={words.empty}
              text={words.emptyHint}
              icon={<IconPrinter size={40} stroke={1.5} aria-hidden />}
            />
          ) : (
            <>
              <Text c="dimmed">{words.hint}</Text>
              <Panel flush>
                <PrintJobs rows={rows} />
              </Panel>
            </>
          )}
        </PageColumn>
      )}
    </>
  );
}
