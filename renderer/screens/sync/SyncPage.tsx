import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { BundlePanel } from '#renderer/app/bundle/BundlePanel.tsx';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import { ConfirmButton } from '#renderer/components/ConfirmButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useSyncStatus } from '#renderer/queries/meta.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { AboutPanel } from './AboutPanel.tsx';
import { ForgeriesPanel } from './ForgeriesPanel.tsx';
import { ImportedPanel } from './ImportedPanel.tsx';
import { ItemsPanel } from './ItemsPanel.tsx';
import { RestoredPanel } from './RestoredPanel.tsx';
import { StatePanel } from './StatePanel.tsx';

/** Where the records are: what waits, what the server refused and why, what came and could not be used. */
export function SyncPage(): ReactNode {
  const status = useSyncStatus();
  const now = useCommand('sync.now');
  const retry = useCommand('sync.retry');
  const error = now.error ?? retry.error;
  return (
    <PageColumn>
      <PageHeader
        title={words.title}
        subtitle={words.offlineSafe}
        actions={
          <>
            {(status?.refused ?? 0) > 0 && (
              <ConfirmButton
                title={words.retryAll}
                text={words.retryAllText}
                confirm={words.retryAll}
                onConfirm={() => retry.run({}).then(() => undefined)}
              >
                {words.retryAll}
              </ConfirmButton>
            )}
            <Button
              leftSection={<IconRefresh size={20} aria-hidden />}
              loading={now.pending}
              onClick={() => void now.run({})}
            >
              {words.now}
            </Button>
          </>
        }
      />
      <FormError error={error === undefined ? undefined : messageOf(error)} />
      <StatePanel />
      <RestoredPanel />
      <ItemsPanel />
      <BundlePanel />
      <ImportedPanel />
      <ForgeriesPanel />
      <AboutPanel />
    </PageColumn>
  );
}
