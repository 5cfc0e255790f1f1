import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import { readTable } from '#renderer/app/sheet/sheetClient.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { LoadingState } from '#renderer/components/states.tsx';
import { useKept, useKeptText } from '#renderer/queries/useKeptText.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findChecklist } from '#shared/catalogue/find.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { textOfSheet } from '#shared/inspection/checklistSheet.ts';
import { readChecklist, type ReadFault } from '#shared/inspection/readChecklist.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { ChecklistChanges } from './ChecklistChanges.tsx';
import { OpenInEditor } from './OpenInEditor.tsx';
import { PublishChecklist } from './PublishChecklist.tsx';

type Props = { readonly catalogue: Catalogue; readonly onPreview: (checklist: Checklist) => void };

function Faults({ faults }: { readonly faults: readonly ReadFault[] }): ReactNode {
  return (
    <div role="alert">
      <Text fw={600} c="var(--xz-bad)">
        {words.faultsTitle(faults.length)}
      </Text>
      <ul>
        {faults.map(({ code, place, subject }) => (
          <li key={`${code} ${place} ${subject}`}>
            <code>{place === '' ? words.whole : place}</code> {`${words.faults[code]} ${subject}`.trim()}
          </li>
        ))}
      </ul>
    </div>
  );
}

type SoundProps = Props & {
  readonly list: Checklist;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onPublished: () => void;
};

/** A checklist without faults: how it looks, what is new, and its publication. */
function Sound({ catalogue, list, text, onPreview, onChange, onPublished }: SoundProps): ReactNode {
  const inUse = findChecklist(catalogue, list.id);
  return (
    <>
      <Group my="sm">
        <Text role="status" fw={600} c="var(--xz-good)">
          {words.sound(list.name, list.version)}
        </Text>
        <Button variant="default" onClick={() => onPreview(list)}>
          {words.preview}
        </Button>
      </Group>
      {inUse === undefined ? (
        <Text>{words.isNew}</Text>
      ) : (
        <>
          <Text fw={600}>{words.compare}</Text>
          <ChecklistChanges before={inUse} after={list} />
        </>
      )}
      <PublishChecklist {...{ list, text, onChange, onPublished }} known={catalogue.checklists} />
    </>
  );
}

/** Checks a file before it is used: what is wrong by place, what is new, and how it looks; then it can be published. */
export function CheckFilePanel(props: Props): ReactNode {
  const kept = useKept('checklist');
  return <Panel title={words.check}>{kept === undefined ? <LoadingState /> : <Check {...props} kept={kept} />}</Panel>;
}

/** The text of a file; of a spreadsheet what it says as one. Refused in words. */
async function readFile(file: File): Promise<Result<string, string>> {
  if (!/\.xlsx$/i.test(file.name)) return ok(await file.text());
  const lines = await readTable(file);
  if (!lines.ok) return err(words.unreadable);
  const text = textOfSheet(lines.value);
  return text.ok ? text : err(words.badLine(text.error));
}

type CheckProps = Props & { readonly kept: NonNullable<ReturnType<typeof useKept>> };

function Check({ catalogue, onPreview, kept }: CheckProps): ReactNode {
  const { text, change, forget } = useKeptText(kept, 'checklist');
  const [done, setDone] = useState('');
  const [unread, setUnread] = useState('');
  const setText = (next: string): void => {
    setDone('');
    setUnread('');
    change(next);
  };
  const take = async (file: File): Promise<void> => {
    const read = await readFile(file);
    if (read.ok) setText(read.value);
    else setUnread(read.error);
  };
  const read = text.trim() === '' ? undefined : readChecklist(text, new Set(catalogue.matters.map(({ code }) => code)));
  return (
    <>
      <Text c="dimmed">{words.checkHint}</Text>
      <Group my="sm">
        <FileButton
          accept="application/json,.json,.xlsx"
          onChange={(file) => {
            if (file !== null) void take(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFileImport size={20} aria-hidden />}>
              {words.choose}
            </Button>
          )}
        </FileButton>
      </Group>
      {unread !== '' && (
        <Text role="alert" c="var(--xz-bad)">
          {unread}
        </Text>
      )}
      <Textarea
        label={words.text}
        autosize
        minRows={4}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <OpenInEditor text={text} catalogue={catalogue} />
      {read?.ok === false && <Faults faults={read.error} />}
      {read?.ok === true && (
        <Sound
          {...{ catalogue, text, onPreview }}
          list={read.value}
          onChange={setText}
          onPublished={() => {
            setDone(words.published(read.value.name, read.value.version));
            void forget();
          }}
        />
      )}
      <div role="status">{done}</div>
    </>
  );
}
