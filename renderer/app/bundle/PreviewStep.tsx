import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { KeyValue } from '#renderer/components/KeyValue.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { BundlePreview, CommandError } from '#renderer/data/client.ts';

import { showInstant } from '../format.ts';
import { bundleText as words } from '../language/zh/bundle.ts';
import { messageOf } from '../language/zh/errors.ts';

import { BundleProgress } from './Progress.tsx';

type Props = {
  readonly preview: BundlePreview;
  readonly importing: boolean;
  readonly error: CommandError | undefined;
  readonly onImport: () => void;
  readonly onCancel: () => void;
};

/** What a proved bundle holds, before anything of it is taken. */
export function PreviewStep({ preview, importing, error, onImport, onCancel }: Props): ReactNode {
  const people = preview.people.map(({ user, name, events }) => words.person(name ?? user, events)).join('、');
  return (
    <Stack gap="md">
      <Text fw={600}>{words.previewTitle}</Text>
      <KeyValue
        rows={[
          { key: words.content, value: words.contentText(preview.events, preview.blobs, preview.bytes) },
          { key: words.here, value: words.hereText(preview.eventsHere, preview.blobsHere) },
          { key: words.people, value: people },
          { key: words.madeAt, value: showInstant(preview.madeAt) },
          { key: words.device, value: preview.device },
          { key: words.trust, value: words.trustText[preview.trust] },
        ]}
      />
      {preview.gaps > 0 && <Text c="red">{words.gaps(preview.gaps)}</Text>}
      {(preview.trust === 'unknown' || preview.trust === 'requested' || preview.trust === 'revoked') && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={words.trustText[preview.trust]}>
          {preview.trust === 'unknown' ? words.unknownWarning : words.standingWarning}
        </Alert>
      )}
      {importing && <BundleProgress text={words.importing} stoppable={false} />}
      <FormError
        error={
          error === undefined
            ? preview.trust === 'forged'
              ? messageOf({ code: 'bundle_forged' })
              : undefined
            : messageOf(error)
        }
      />
      <Group justify="flex-end">
        <Button variant="default" disabled={importing} onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button data-autofocus loading={importing} disabled={preview.trust === 'forged'} onClick={onImport}>
          {words.doImport}
        </Button>
      </Group>
    </Stack>
  );
}
