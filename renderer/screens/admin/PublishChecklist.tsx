import { Button, Group, Text } from '@mantine/core';
import { IconCloudUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { ConfirmButton } from '#renderer/components/ConfirmButton.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { nextVersion } from '#shared/catalogue/publishedChecklist.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';

type Props = {
  readonly list: Checklist;
  /** The very text that was checked. */
  readonly text: string;
  readonly known: readonly Checklist[];
  readonly onChange: (text: string) => void;
  readonly onPublished: () => void;
};

/** Makes a checked checklist one that every device uses, when its version is the next one. */
export function PublishChecklist({ list, text, known, onChange, onPublished }: Props): ReactNode {
  const command = useCommand('checklist.publish');
  const next = nextVersion(known, list.id);
  const error = command.error && messageOf(command.error);
  if (list.version !== next)
    return (
      <Group my="sm">
        <Text>{words.shouldBe(next)}</Text>
        <Button variant="default" onClick={() => onChange(`${JSON.stringify({ ...list, version: next }, null, 2)}\n`)}>
          {words.makeVersion(next)}
        </Button>
      </Group>
    );
  const publish = async (): Promise<void> => {
    const answer = await command.run({ text });
    if (answer.ok) onPublished();
  };
  return (
    <>
      <Text c="dimmed">{words.publishOnline}</Text>
      <FormError error={error} />
      <Group my="sm">
        <ConfirmButton
          title={words.publishTitle(list.name, list.version)}
          text={words.publishText}
          confirm={words.publish}
          variant="filled"
          disabled={command.pending}
          leftSection={<IconCloudUpload size={20} aria-hidden />}
          onConfirm={publish}
        >
          {words.publish}
        </ConfirmButton>
      </Group>
    </>
  );
}
