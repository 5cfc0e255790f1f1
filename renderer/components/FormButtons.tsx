import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly cancel: string;
  readonly submit: string;
  readonly pending: boolean;
  readonly onCancel: () => void;
  readonly onSubmit: () => void;
};

/** The two buttons at the end of a dialog's form. */
export function FormButtons({ cancel, submit, pending, onCancel, onSubmit }: Props): ReactNode {
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel} disabled={pending}>
        {cancel}
      </Button>
      <Button loading={pending} onClick={onSubmit}>
        {submit}
      </Button>
    </Group>
  );
}
