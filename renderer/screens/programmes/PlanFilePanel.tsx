import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { planFilesText as words } from '#renderer/app/language/zh/planFiles.ts';
import { readTable } from '#renderer/app/sheet/sheetClient.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { LoadingState } from '#renderer/components/states.tsx';
import { useKept, useKeptText } from '#renderer/queries/useKeptText.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { textOfPlanSheet } from '#shared/programme/programmeSheet.ts';
import { readProgramme, type ProgrammeFault } from '#shared/programme/readProgramme.ts';

import { PublishPlan } from './PublishPlan.tsx';

type Props = { readonly catalogue: Catalogue };

/** Checks a plan before it is used: what is wrong by place, and what is other than before; then it can be published. */
export function PlanFilePanel({ catalogue }: Props): ReactNode {
  const kept = useKept('programme');
  return (
    <Panel title={words.check}>
      {kept === undefined ? <LoadingState /> : <Check catalogue={catalogue} kept={kept} />}
    </Panel>
  );
}

/** The text of a file; of a spreadsheet what it says as one. Refused in words. */
async function readFile(file: File): Promise<Result<string, string>> {
  if (!/\.xlsx$/i.test(file.name)) return ok(await file.text());
  const lines = await readTable(file);
  if (!lines.ok) return err(words.unreadable);
  const text = textOfPlanSheet(lines.value);
  return text.ok ? text : err(words.badLine(text.error));
}

type CheckProps = Props & { readonly kept: NonNullable<ReturnType<typeof useKept>> };

function Check({ catalogue, kept }: CheckProps): ReactNode {
  const { text, change, forget } = useKeptText(kept, 'programme');
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
  const read = text.trim() === '' ? undefined : readProgramme(text, catalogue);
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
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {read?.ok === false && <Faults faults={read.error} />}
      {read?.ok === true && (
        <PublishPlan
          plan={read.value}
          {...{ text, catalogue, onChange: setText }}
          onPublished={() => {
            setDone(words.published(read.value.year, read.value.version));
            void forget();
          }}
        />
      )}
      <div role="status">{done}</div>
    </>
  );
}

function Faults({ faults }: { readonly faults: readonly ProgrammeFault[] }): ReactNode {
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
