import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findChecklist } from '#shared/catalogue/find.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { readChecklist, type ReadFault } from '#shared/inspection/readChecklist.ts';

import { ChecklistChanges } from './ChecklistChanges.tsx';

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

/** Checks a file before it is put into the catalogue: what is wrong by place, what is new, and how it looks. */
export function CheckFilePanel({ catalogue, onPreview }: Props): ReactNode {
  const [text, setText] = useState('');
  const read = text.trim() === '' ? undefined : readChecklist(text, new Set(catalogue.matters.map(({ code }) => code)));
  const inUse = read?.ok === true ? findChecklist(catalogue, read.value.id) : undefined;
  return (
    <Panel title={words.check}>
      <Text c="dimmed">{words.checkHint}</Text>
      <Group my="sm">
        <FileButton
          accept="application/json,.json"
          onChange={(file) => {
            if (file !== null) void file.text().then(setText);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFileImport size={20} aria-hidden />}>
              {words.choose}
            </Button>
          )}
        </FileButton>
      </Group>
      <Textarea
        label={words.text}
        autosize
        minRows={4}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {read?.ok === false && <Faults faults={read.error} />}
      {read?.ok === true && (
        <>
          <Group my="sm">
            <Text role="status" fw={600} c="var(--xz-good)">
              {words.sound(read.value.name, read.value.version)}
            </Text>
            <Button variant="default" onClick={() => onPreview(read.value)}>
              {words.preview}
            </Button>
          </Group>
          {inUse !== undefined && (
            <>
              <Text fw={600}>{words.compare}</Text>
              <ChecklistChanges before={inUse} after={read.value} />
            </>
          )}
        </>
      )}
    </Panel>
  );
}
