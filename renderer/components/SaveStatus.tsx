import { Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconDeviceFloppy } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { FormError } from './states.tsx';

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** `09:05:33` in Asia/Shanghai. */
function clockOf(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(11, 19);
}

type Props = {
  readonly state:
    { readonly is: 'untouched' | 'saving' } | { readonly is: 'saved'; readonly at: string } | { readonly is: 'failed' };
  readonly words: { readonly saving: string; readonly saved: (time: string) => string };
};

/** Whether the form's content is on disk, in one quiet line; failures are shown by `SaveFailure`. */
export function SaveStatus({ state, words }: Props): ReactNode {
  return (
    <Group gap={6} wrap="nowrap" role="status" mih={24}>
      {state.is === 'saving' && <IconDeviceFloppy size={20} aria-hidden color="var(--xz-ink-soft)" />}
      {state.is === 'saved' && <IconCircleCheck size={20} aria-hidden color="var(--xz-good)" />}
      <Text span size="sm" c="var(--xz-ink-soft)">
        {state.is === 'saving' && words.saving}
        {state.is === 'saved' && words.saved(clockOf(state.at))}
      </Text>
    </Group>
  );
}

type FailureProps = {
  readonly error: { readonly what: string; readonly todo: string } | undefined;
  readonly again: string;
  readonly onAgain: () => void;
};

/** A failed save: the reason, and a button that tries once more. */
export function SaveFailure({ error, again, onAgain }: FailureProps): ReactNode {
  if (error === undefined) return null;
  return (
    <Group gap="sm" align="center">
      <FormError error={error} />
      <Button variant="default" onClick={onAgain}>
        {again}
      </Button>
    </Group>
  );
}
