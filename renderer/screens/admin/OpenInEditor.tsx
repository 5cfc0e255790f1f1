import { Button, Group, Text } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { FormError } from '#renderer/components/states.tsx';
import { send, type CommandError } from '#renderer/data/client.ts';
import { useOwnDraft } from '#renderer/queries/drafts.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { draftIn, textOfWork, workOf } from './editor/work.ts';

/** Takes the text of a file into the editor, also one with faults; not over a draft that is there. */
export function OpenInEditor({ text, catalogue }: { readonly text: string; readonly catalogue: Catalogue }): ReactNode {
  const kept = useOwnDraft('checklistEdit');
  const [, navigate] = useLocation();
  const [error, setError] = useState<CommandError>();
  const draft = draftIn(text);
  if (draft === undefined || kept === undefined) return null;
  const open = async (): Promise<void> => {
    const fresh = await send('draft.newId', {});
    if (!fresh.ok) {
      setError(fresh.error);
      return;
    }
    const content = { text: textOfWork(workOf(catalogue, draft)) };
    const saved = await send('draft.save', { id: fresh.value.id, kind: 'checklistEdit', content });
    if (saved.ok) navigate('/checklists/edit');
    else setError(saved.error);
  };
  return (
    <>
      <Group my="sm">
        <Button
          variant="default"
          leftSection={<IconEdit size={20} aria-hidden />}
          disabled={kept !== null}
          onClick={() => void open()}
        >
          {words.takeIn}
        </Button>
        {kept !== null && <Text c="dimmed">{words.occupied}</Text>}
      </Group>
      <FormError error={error && messageOf(error)} />
    </>
  );
}
