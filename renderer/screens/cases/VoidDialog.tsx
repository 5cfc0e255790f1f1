import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { ReasonDialog } from '#renderer/components/ReasonDialog.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import type { CaseDocument } from '#shared/case/state.ts';

const words = casesText.actions;

type Props = { readonly row: CaseRow; readonly document: CaseDocument; readonly onClose: () => void };

/** Takes a spoiled number out of use, with the reason; it is never given again. */
export function VoidDialog({ row, document, onClose }: Props): ReactNode {
  const command = useCommand('number.void');

  const submit = async (reason: string): Promise<void> => {
    const answer = await command.run({ caseId: row.id, document: document.document, reason });
    if (answer.ok) onClose();
  };
  return (
    <ReasonDialog
      title={words.voidTitle}
      label={words.voidReason}
      missing={words.voidReasonMissing}
      submit={words.voidSubmit}
      cancel={words.cancel}
      pending={command.pending}
      error={command.error && messageOf(command.error)}
      onSubmit={(reason) => void submit(reason)}
      onClose={onClose}
    >
      <Text>{words.voidIntro(document.number)}</Text>
    </ReasonDialog>
  );
}
