import { Group, Text, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { readTable } from '#renderer/app/sheet/sheetClient.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { PickFile } from '#renderer/components/PickFile.tsx';
import { LoadingState } from '#renderer/components/states.tsx';
import { useKept, useKeptText, type Kept } from '#renderer/queries/useKeptText.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

type Words = {
  readonly check: string;
  readonly checkHint: string;
  readonly choose: string;
  readonly text: string;
  readonly unreadable: string;
  readonly badLine: (line: number) => string;
};

/** The text as it stands in the panel. */
export type TextInCheck = {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Takes the text out, because it is published, and says so. */
  readonly published: (said: string) => void;
};

type Props = {
  readonly kind: 'checklist' | 'programme';
  readonly words: Words;
  /** What a table that was exported from here says as a text; an error is the number of the line that it cannot read. */
  readonly textOfTable: (lines: readonly (readonly string[])[]) => Result<string, number>;
  /** Lines of the text that are seen at once. */
  readonly maxRows: number;
  /** What is made of the text: its faults, or its publication. */
  readonly children: (check: TextInCheck) => ReactNode;
};

/** A text that is checked before it is published: from a file or pasted, and kept on this device until then. */
export function CheckTextPanel(props: Props): ReactNode {
  const kept = useKept(props.kind);
  return (
    <Panel title={props.words.check}>{kept === undefined ? <LoadingState /> : <Check {...props} kept={kept} />}</Panel>
  );
}

function Check({ kind, words, textOfTable, maxRows, children, kept }: Props & { readonly kept: Kept }): ReactNode {
  const { text, change, forget } = useKeptText(kept, kind);
  const [done, setDone] = useState('');
  const [unread, setUnread] = useState('');
  const setText = (next: string): void => {
    setDone('');
    setUnread('');
    change(next);
  };
  const take = async (file: File): Promise<void> => {
    const read = await readFile(file, textOfTable, words);
    if (read.ok) setText(read.value);
    else setUnread(read.error);
  };
  const published = (said: string): void => {
    setDone(said);
    void forget();
  };
  return (
    <>
      <Text c="dimmed">{words.checkHint}</Text>
      <Group my="sm">
        <PickFile accept="application/json,.json,.xlsx" icon={<IconFileImport size={20} aria-hidden />} onPick={take}>
          {words.choose}
        </PickFile>
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
        maxRows={maxRows}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {children({ text, change: setText, published })}
      <div role="status">{done}</div>
    </>
  );
}

/** The text of a file; of a spreadsheet what it says as one. Refused in words. */
async function readFile(file: File, textOfTable: Props['textOfTable'], words: Words): Promise<Result<string, string>> {
  if (!/\.xlsx$/i.test(file.name)) return ok(await file.text());
  const lines = await readTable(file);
  if (!lines.ok) return err(words.unreadable);
  const text = textOfTable(lines.value);
  return text.ok ? text : err(words.badLine(text.error));
}
