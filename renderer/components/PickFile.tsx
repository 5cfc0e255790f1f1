import { Button, FileButton, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  /** Types and endings that the system's dialog offers, as `<input accept>` wants them. */
  readonly accept: string;
  readonly icon: ReactNode;
  readonly onPick: (file: File) => void | Promise<void>;
  readonly children: ReactNode;
  readonly variant?: ButtonProps['variant'];
  readonly disabled?: boolean;
  readonly loading?: boolean;
};

/** A button that asks for one file. Choosing none does nothing. */
export function PickFile({
  accept,
  icon,
  onPick,
  children,
  variant = 'default',
  disabled = false,
  loading = false,
}: Props): ReactNode {
  return (
    <FileButton
      accept={accept}
      onChange={(file) => {
        if (file !== null) void onPick(file);
      }}
    >
      {(props) => (
        <Button {...props} variant={variant} disabled={disabled} loading={loading} leftSection={icon}>
          {children}
        </Button>
      )}
    </FileButton>
  );
}
