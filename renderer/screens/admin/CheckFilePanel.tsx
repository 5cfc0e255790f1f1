import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import { CheckTextPanel, type TextInCheck } from '#renderer/app/publishing/CheckTextPanel.tsx';
import { TextFaults } from '#renderer/app/publishing/FaultList.tsx';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findChecklist } from '#shared/catalogue/find.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { textOfSheet } from '#shared/inspection/checklistSheet.ts';
import { readChecklist } from '#shared/inspection/readChecklist.ts';

import { ChecklistChanges } from './ChecklistChanges.tsx';
import { OpenInEditor } from './OpenInEditor.tsx';
import { PublishChecklist } from './PublishChecklist.tsx';

type Props = { readonly catalogue: Catalogue; readonly onPreview: (checklist: Checklist) => void };

/** Checks a file before it is used: what is wrong by place, what is new, and how it looks; then it can be published. */
export function CheckFilePanel(props: Props): ReactNode {
  return (
    <CheckTextPanel kind="checklist" words={words} textOfTable={textOfSheet} maxRows={16}>
      {(check) => (
        <>
          <OpenInEditor text={check.text} catalogue={props.catalogue} />
          <Checked {...props} check={check} />
        </>
      )}
    </CheckTextPanel>
  );
}

function Checked({ catalogue, onPreview, check }: Props & { readonly check: TextInCheck }): ReactNode {
  const { text, change, published } = check;
  if (text.trim() === '') return null;
  const read = readChecklist(text, new Set(catalogue.matters.map(({ code }) => code)));
  if (!read.ok) return <TextFaults faults={read.error} words={words} />;
  const { value: list } = read;
  return (
    <Sound
      {...{ catalogue, text, onPreview, list }}
      onChange={change}
      onPublished={() => published(words.published(list.name, list.version))}
    />
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
