import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { stateWords } from '#renderer/app/registers/stateWords.ts';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { SiteRow } from '#renderer/queries/sites.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import type { Register } from '#shared/catalogue/register.ts';
import { cleanText } from '#shared/kernel/text.ts';

type Props = { readonly site: SiteRow; readonly register: Register; readonly onClose: () => void };

/** Another state for a thing, with the reason where there is one; exists only while it is open. */
export function StateDialog({ site, register, onClose }: Props): ReactNode {
  useReturnFocus();
  const [state, setState] = useState<string>(site.state);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand('site.change');
  const isSame = state === site.state;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isSame) return;
    const answer = await command.run({ siteId: site.id, changes: { state }, reason: cleanText(reason).trim() });
    if (!answer.ok) return;
    notifyDone(sites.stateSaved(stateWords(register, state).text));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={sites.changeState} closeOnClickOutside={false}>
      <Stack gap="md">
        <Select
          label={sites.newState}
          data={register.states.map(({ id, name }) => ({ value: id, label: name }))}
          value={state}
          onChange={(id) => setState(id ?? site.state)}
          allowDeselect={false}
          error={tried && isSame && sites.sameState}
          data-autofocus
        />
        <TextArea
          label={sites.reason}
          description={sites.reasonHint}
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
        <FormError error={command.error === undefined ? undefined : messageOf(command.error)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={command.pending}>
            {common.cancel}
          </Button>
          <Button loading={command.pending} onClick={() => void submit()}>
            {common.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
