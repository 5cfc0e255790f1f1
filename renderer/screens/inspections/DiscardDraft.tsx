import { IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { inspectionsText as words } from '#renderer/app/language/zh/inspections.ts';
import { ConfirmButton } from '#renderer/components/ConfirmButton.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { send, type CommandError } from '#renderer/data/client.ts';

type Props = { readonly id: string; readonly siteName: string; readonly stopSaving: () => Promise<void> };

/** Throws an inspection in the making away, after asking. */
export function DiscardDraft({ id, siteName, stopSaving }: Props): ReactNode {
  const [, navigate] = useLocation();
  const [error, setError] = useState<CommandError>();

  const discard = async (): Promise<void> => {
    await stopSaving();
    const answer = await send('draft.discard', { id });
    if (answer.ok) navigate('/inspections', { replace: true });
    else setError(answer.error);
  };
  return (
    <>
      <FormError error={error && messageOf(error)} />
      <ConfirmButton
        title={words.discardTitle}
        text={words.discardWarning(siteName)}
        confirm={words.discardConfirm}
        color="red"
        leftSection={<IconTrash size={20} aria-hidden />}
        onConfirm={discard}
      >
        {words.discardDraft}
      </ConfirmButton>
    </>
  );
}
