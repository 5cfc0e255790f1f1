import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { ReasonDialog } from '#renderer/components/ReasonDialog.tsx';
import type { SyncItem } from '#renderer/queries/syncItems.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { itemTitle } from './itemWords.ts';

const OF_NUMBER = new Set(['document.issued', 'number.granted']);

type Props = { readonly item: SyncItem; readonly onClose: () => void };

/** Takes a refused item back for good, with a reason that everybody who may read the case can read. */
export function WithdrawDialog({ item, onClose }: Props): ReactNode {
  const command = useCommand('sync.withdraw');
  const title = itemTitle(item);

  const submit = async (reason: string): Promise<void> => {
    const answer = await command.run({ item: item.key, reason });
    if (!answer.ok) return;
    notifyDone(words.withdrawn(answer.value.withdrawn.length, answer.value.voided.join('、')));
    onClose();
  };
  return (
    <ReasonDialog
      title={words.withdrawTitle}
      label={words.withdrawReason}
      missing={words.withdrawReasonMissing}
      submit={words.withdrawSubmit}
      cancel={words.cancel}
      pending={command.pending}
      error={command.error && messageOf(command.error)}
      onSubmit={(reason) => void submit(reason)}
      onClose={onClose}
    >
      <Text>{item.kind === 'record' ? words.withdrawIntro(title) : words.withdrawFile(title)}</Text>
      {item.kind === 'record' && <Text c="dimmed">{words.withdrawAlong}</Text>}
      {OF_NUMBER.has(item.what) && <Text fw={600}>{words.withdrawNumber}</Text>}
    </ReasonDialog>
  );
}
