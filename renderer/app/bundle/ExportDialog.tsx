import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { FormError } from '#renderer/components/states.tsx';
import { send } from '#renderer/data/client.ts';
import type { BridgeOutput } from '#shared/bridge/contract.ts';

import { bundleText as words } from '../language/zh/bundle.ts';
import { messageOf } from '../language/zh/errors.ts';

import { BundleProgress } from './Progress.tsx';
import { useBridge } from './useBridge.ts';
import type { BundleSummary } from './useSummary.ts';

type Props = {
  readonly summary: BundleSummary;
  /** False when the data worker could not start: then states are not known and everything waits. */
  readonly workerLives: boolean;
  readonly onClose: () => void;
};

type Exported = Extract<BridgeOutput<'bundle.export'>, { readonly saved: true }>;

/** Says what will be in the file, who can open it and where to bring it; then writes it. */
export function ExportDialog({ summary, workerLives, onClose }: Props): ReactNode {
  const exporting = useBridge('bundle.export');
  const [done, setDone] = useState<Exported>();
  const start = async (): Promise<void> => {
    const known = workerLives ? await send('bundle.states', {}) : undefined;
    const written = await exporting.run({ states: known?.ok === true ? { ...known.value } : {} });
    if (written?.saved === true) setDone(written);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.export}
      closeOnEscape={!exporting.pending}
      closeOnClickOutside={!exporting.pending}
      withCloseButton={!exporting.pending}
    >
      {done === undefined ? (
        <Stack gap="md">
          <Text>{words.exportWhat(summary.events, summary.blobs, summary.bytes)}</Text>
          <List spacing="xs">
            {words.exportHow.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
          {summary.recoveryKey !== undefined && (
            <Text size="sm" c="dimmed">
              {words.exportKey(summary.recoveryKey.keyId)}
            </Text>
          )}
          {exporting.pending && <BundleProgress text={words.exporting} stoppable />}
          <FormError error={exporting.error === undefined ? undefined : messageOf(exporting.error)} />
          {!exporting.pending && (
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {words.cancel}
              </Button>
              <Button data-autofocus onClick={() => void start()}>
                {words.choosePlace}
              </Button>
            </Group>
          )}
        </Stack>
      ) : (
        <Written done={done} onClose={onClose} />
      )}
    </Modal>
  );
}

function Written({ done, onClose }: { readonly done: Exported; readonly onClose: () => void }): ReactNode {
  return (
    <Stack gap="md" role="status">
      <Text fw={600}>
        {words.exported} · {words.exportedWhat(done.events, done.blobs)}
      </Text>
      <Text style={{ overflowWrap: 'anywhere' }}>{words.exportedTo(done.path)}</Text>
      {done.gaps > 0 && <Text c="red">{words.gaps(done.gaps)}</Text>}
      <Text>{words.exportHow[1]}</Text>
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {words.close}
        </Button>
      </Group>
    </Stack>
  );
}
