import { Button, Group, Text } from '@mantine/core';
import { IconCloudUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { ConfirmButton } from '#renderer/components/ConfirmButton.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useCommand } from '#renderer/queries/useCommand.ts';

type Props = {
  readonly command: 'checklist.publish' | 'programme.publish' | 'areas.publish';
  /** The very text that was checked; asked for when it is published, because it can be large. */
  readonly text: () => string;
  /** What is asked before: it names what is published and its version. */
  readonly title: string;
  readonly words: { readonly publish: string; readonly publishText: string; readonly publishOnline: string };
  readonly disabled?: boolean;
  /** Room above and below the button. */
  readonly my?: 'sm' | 0;
  readonly onPublished: () => void;
};

/** Makes what was checked what every device uses; what refuses it is said, and nothing is lost by that. */
export function PublishVersion(props: Props): ReactNode {
  const { text, title, words, disabled = false, my = 'sm', onPublished } = props;
  const command = useCommand(props.command);
  const publish = async (): Promise<void> => {
    const answer = await command.run({ text: text() });
    if (answer.ok) onPublished();
  };
  return (
    <>
      <Text c="dimmed">{words.publishOnline}</Text>
      <FormError error={command.error && messageOf(command.error)} />
      <Group my={my}>
        <ConfirmButton
          title={title}
          text={words.publishText}
          confirm={words.publish}
          variant="filled"
          disabled={command.pending || disabled}
          leftSection={<IconCloudUpload size={20} aria-hidden />}
          onConfirm={publish}
        >
          {words.publish}
        </ConfirmButton>
      </Group>
    </>
  );
}

type NextProps<T extends { readonly version: number }> = {
  readonly file: T;
  /** The only version that can be published. */
  readonly next: number;
  /** Says which version it should be. */
  readonly says: string;
  readonly words: { readonly makeVersion: (version: number) => string };
  readonly onChange: (text: string) => void;
};

/** Instead of publishing what has another version than the next one: makes it that. */
export function NextVersion<T extends { readonly version: number }>(props: NextProps<T>): ReactNode {
  const { file, next, says, words, onChange } = props;
  return (
    <Group my="sm">
      <Text>{says}</Text>
      <Button variant="default" onClick={() => onChange(`${JSON.stringify({ ...file, version: next }, null, 2)}\n`)}>
        {words.makeVersion(next)}
      </Button>
    </Group>
  );
}
