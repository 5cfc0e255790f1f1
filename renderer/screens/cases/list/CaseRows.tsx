import type { ReactNode } from 'react';

import { caseListText as words } from '#renderer/app/language/zh/caseList.ts';
import { LongList } from '#renderer/components/LongList.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';

import { CaseLine } from './CaseLine.tsx';
import { dueFor } from './caseList.ts';
import type { Reader } from './waits.ts';

type Props = {
  readonly rows: readonly CaseRow[];
  readonly reader: Reader;
  readonly label: string;
  /** The filter as a text: see `LongList`. */
  readonly asked: string;
};

/** The lines of the list, the first of them at first. */
export function CaseRows({ rows, reader, label, asked }: Props): ReactNode {
  return (
    <LongList
      rows={rows}
      label={label}
      asked={asked}
      words={words}
      row={(row) => <CaseLine key={row.id} row={row} due={dueFor(row, reader)} today={reader.today} />}
    />
  );
}
