import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { ErrorText } from '#renderer/app/language/zh/errorText.ts';
import { importingText as words } from '#renderer/app/language/zh/importing.ts';
import { PickFile } from '#renderer/components/PickFile.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';

type Props = {
  readonly title: string;
  /** Which file is wanted, and what must stand in it. */
  readonly lead: string;
  readonly size: string;
  /** Endings and types of files, as `<input accept>` wants them. */
  readonly accept: string;
  readonly icon?: ReactNode;
  /** `file`: none is read yet; `rows`: its rows are shown and can be taken in; `done`: they are. */
  readonly stage: 'file' | 'rows' | 'done';
  /** Why the file was not read, or its rows not taken in. */
  readonly problem: ErrorText | undefined;
  /** Something is being read or taken in: no other file, no other press. */
  readonly pending: boolean;
  /** What rows are judged by is not read yet: no file can be chosen. */
  readonly waits?: boolean;
  /** Esc does not leave it either, because leaving would lose the report. */
  readonly stays?: boolean;
  readonly submit: (good: number) => string;
  /** Rows that can be taken in. */
  readonly good: number;
  readonly onChoose: (file: File) => Promise<void>;
  readonly onRun: () => Promise<void>;
  readonly onClose: () => void;
  /** What every row becomes, or what became of them. */
  readonly children: ReactNode;
};

/** Takes a table in: choose a file, see what every row becomes, take the good ones in, see what was done. */
export function TableImportDialog(props: Props): ReactNode {
  useReturnFocus();
  const { title, lead, size, stage, problem, pending, stays = false, onClose, children } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      closeOnEscape={!stays}
      withCloseButton={!pending}
    >
      <Stack gap="md">
        {stage !== 'done' && <Text>{lead}</Text>}
        <FormError error={problem} />
        {children}
        <Group justify="flex-end">
          {stage === 'done' ? (
            <Button data-autofocus onClick={onClose}>
              {words.close}
            </Button>
          ) : (
            <Buttons {...props} />
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Buttons(props: Props): ReactNode {
  const { accept, stage, pending, waits = false, good, submit, onChoose, onRun, onClose } = props;
  const { icon = <IconFileSpreadsheet size={20} aria-hidden /> } = props;
  return (
    <>
      <Button variant="default" onClick={onClose} disabled={pending}>
        {words.cancel}
      </Button>
      <PickFile
        accept={accept}
        icon={icon}
        variant={stage === 'file' ? 'filled' : 'default'}
        disabled={pending || waits}
        onPick={onChoose}
      >
        {stage === 'file' ? words.choose : words.other}
      </PickFile>
      {stage === 'rows' && (
        <Button disabled={good === 0} loading={pending} onClick={() => void onRun()}>
          {submit(good)}
        </Button>
      )}
    </>
  );
}
