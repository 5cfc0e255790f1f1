import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type ComponentProps, type ReactNode } from 'react';

import { cleanText } from '#shared/kernel/text.ts';

import { TextArea } from './fields.tsx';
import { FormError } from './states.tsx';
import { useReturnFocus } from './useReturnFocus.ts';

type Props = {
  readonly title: string;
  /** What follows when it is done. */
  readonly children: ReactNode;
  readonly label: string;
  /** Said beside the field when it is left empty. */
  readonly missing: string;
  readonly submit: string;
  readonly cancel: string;
  readonly pending: boolean;
  /** Why the last try was refused. */
  readonly error: ComponentProps<typeof FormError>['error'];
  readonly maxLength?: number;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
};

/** Asks why, before something that cannot be taken back; exists only while it is open. */
export function ReasonDialog(props: Props): ReactNode {
  useReturnFocus();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (!missing) props.onSubmit(cleanText(reason).trim());
  };
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeOnClickOutside={false}>
      <Stack gap="md">
        {props.children}
        <TextArea
          label={props.label}
          required
          data-autofocus
          maxLength={props.maxLength ?? 500}
          value={reason}
          onChange={setReason}
          error={tried && missing && props.missing}
        />
        <FormError error={props.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose} disabled={props.pending}>
            {props.cancel}
          </Button>
          <Button color="red" loading={props.pending} onClick={submit}>
            {props.submit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
