import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { FormError } from '#renderer/components/states.tsx';
import type { BundlePreview, ImportResult } from '#renderer/data/client.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { bridge } from '../bridge.ts';
import { bundleText as words } from '../language/zh/bundle.ts';
import { messageOf } from '../language/zh/errors.ts';

import { OpenStep } from './OpenStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';

/** Takes another device's work over: file and key, what is inside, done. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const previewing = useCommand('bundle.preview');
  const importing = useCommand('bundle.import');
  const [preview, setPreview] = useState<BundlePreview>();
  const [result, setResult] = useState<ImportResult>();

  const leave = (): void => {
    // Main forgets file and key, also where a check is under way.
    void bridge.invoke('bundle.cancel', {}).then(() => bridge.invoke('bundle.close', {}));
    onClose();
  };
  const look = async (bundle: string): Promise<void> => {
    const answer = await previewing.run({ bundle });
    if (answer.ok) setPreview(answer.value);
  };
  const take = async (bundle: string): Promise<void> => {
    const answer = await importing.run({ bundle });
    if (answer.ok) setResult(answer.value);
  };
  return (
    <Modal
      opened
      onClose={leave}
      title={words.import}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={!importing.pending}
      withCloseButton={!importing.pending}
    >
      {preview === undefined && <OpenStep onOpened={(bundle) => void look(bundle)} onCancel={leave} />}
      {preview === undefined && previewing.error !== undefined && <FormError error={messageOf(previewing.error)} />}
      {preview !== undefined && result === undefined && (
        <PreviewStep
          preview={preview}
          importing={importing.pending}
          error={importing.error}
          onImport={() => void take(preview.bundle)}
          onCancel={leave}
        />
      )}
      {result !== undefined && <Imported result={result} onClose={leave} />}
    </Modal>
  );
}

function Imported({ result, onClose }: { readonly result: ImportResult; readonly onClose: () => void }): ReactNode {
  const { events, eventsHere, blobs, blobsHere, bad } = result;
  return (
    <Stack gap="md" role="status">
      <Text fw={600}>{words.imported}</Text>
      <Text>{words.importedText(events, blobs)}</Text>
      {eventsHere + blobsHere > 0 && <Text>{words.importedHere(eventsHere, blobsHere)}</Text>}
      {bad > 0 && <Text c="red">{words.bad(bad)}</Text>}
      {events > 0 && <Text>{words.waitsFor}</Text>}
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {words.close}
        </Button>
      </Group>
    </Stack>
  );
}
