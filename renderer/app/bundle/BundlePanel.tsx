import { Button, Group, Text } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { Panel } from '#renderer/components/Panel.tsx';
import { useOutboxCounts } from '#renderer/queries/imported.ts';

import { bundleText as words } from '../language/zh/bundle.ts';

import { ExportDialog } from './ExportDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { useSummary } from './useSummary.ts';

/** Un-synced work out of this device and into it, without a network. */
export function BundlePanel(): ReactNode {
  const [dialog, setDialog] = useState<'export' | 'import'>();
  // The journal follows the store by a moment, so it is asked again when a dialog opens.
  const summary = useSummary(`${useOutboxCounts() ?? ''} ${dialog ?? ''}`);
  const close = (): void => {
    setDialog(undefined);
  };
  const isEmpty = summary === undefined || summary === null || summary.events + summary.blobs === 0;
  const hasKey = summary?.recoveryKey !== undefined;
  return (
    <Panel title={words.title}>
      <Text>{words.intro}</Text>
      {summary !== undefined && summary !== null && (
        <Text mt={4} c="dimmed" size="sm">
          {isEmpty ? words.nothing : words.unsynced(summary.events, summary.blobs)}
          {!isEmpty && !hasKey && ` ${words.noKey}`}
        </Text>
      )}
      <Group mt="md">
        <Button
          variant="default"
          leftSection={<IconFileExport size={20} aria-hidden />}
          disabled={isEmpty || !hasKey}
          onClick={() => setDialog('export')}
        >
          {words.export}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileImport size={20} aria-hidden />}
          onClick={() => setDialog('import')}
        >
          {words.import}
        </Button>
      </Group>
      {dialog === 'export' && summary !== undefined && summary !== null && (
        <ExportDialog summary={summary} workerLives onClose={close} />
      )}
      {dialog === 'import' && <ImportDialog onClose={close} />}
    </Panel>
  );
}
