import { Button, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onPick: (value: string) => void;
  readonly onClose: () => void;
};

/** Asks for one of a few; exists only while it is open. */
export function PickDialog({ title, hint, options, onPick, onClose }: Props): ReactNode {
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack gap="sm">
        {hint !== undefined && <Text c="dimmed">{hint}</Text>}
        {options.map(({ value, label }, index) => (
          <Button
            key={value}
            variant="default"
            size="lg"
            justify="start"
            data-autofocus={index === 0 || undefined}
            onClick={() => onPick(value)}
          >
            {label}
          </Button>
        ))}
      </Stack>
    </Modal>
  );
}
