import { Button, Group, Modal, Text, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { kit } from './text.ts';

type Props = {
  readonly children: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly confirm?: string;
  readonly onConfirm: () => void | Promise<void>;
  readonly color?: ButtonProps['color'];
  readonly variant?: ButtonProps['variant'];
  readonly disabled?: boolean;
  readonly leftSection?: ReactNode;
};

/** A button that asks once more, naming what will happen. Esc and 取消 do nothing. */
export function ConfirmButton({
  children,
  title,
  text,
  confirm,
  onConfirm,
  color,
  variant = 'default',
  disabled = false,
  leftSection,
}: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);

  const go = async (): Promise<void> => {
    setBusy(true);
    await onConfirm();
    setBusy(false);
    setOpen(false);
  };
  return (
    <>
      <Button
        variant={variant}
        {...(color === undefined ? {} : { color })}
        disabled={disabled}
        leftSection={leftSection}
        onClick={() => setOpen(true)}
      >
        {children}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={title}>
        <Text mb="lg">{text}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => setOpen(false)}>
            {kit.cancel}
          </Button>
          <Button {...(color === undefined ? {} : { color })} loading={busy} onClick={() => void go()}>
            {confirm ?? kit.confirm}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
