import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { TextField } from '../../components/fields.tsx';

type Props = {
  /** Names the field for the reason. */
  readonly label: string;
  /** On the button that says that it could not be had. */
  readonly cannot: string;
  /** On the button that takes this back. */
  readonly can: string;
  readonly isOpen: boolean;
  readonly reason: string;
  readonly onOpen: (open: boolean) => void;
  readonly onReason: (text: string) => void;
};

/** The way out where something could not be had: a reason in its place. */
export function ReasonInstead({ label, cannot, can, isOpen, reason, onOpen, onReason }: Props): ReactNode {
  if (!isOpen)
    return (
      <Button variant="subtle" onClick={() => onOpen(true)}>
        {cannot}
      </Button>
    );
  return (
    <div>
      <TextField label={label} required maxLength={200} value={reason} onChange={onReason} />
      <Button variant="subtle" mt={4} onClick={() => onOpen(false)}>
        {can}
      </Button>
    </div>
  );
}
