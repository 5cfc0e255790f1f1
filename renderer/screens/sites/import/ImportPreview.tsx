import { Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';

import { cellProblemText, siteImportText as words } from '#renderer/app/language/zh/siteImport.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Register } from '#shared/catalogue/register.ts';
import type { SiteData } from '#shared/events/siteEvents.ts';
import { judgeRows, type JudgedRow } from '#shared/site/import/judge.ts';

import { ColumnsPanel } from './ColumnsPanel.tsx';
import type { ReadFile } from './readFile.ts';
import { badSheet, columnsOf, missingOf } from './table.ts';
import { useSaveWorkbook } from './useSaveWorkbook.ts';

type Props = {
  readonly read: ReadFile;
  readonly register: Register;
  readonly divisions: Catalogue['divisions'];
  readonly onImport: (rows: readonly SiteData[]) => void;
  readonly onCancel: () => void;
};

/** Bad rows that are shown; all of them are in the file that can be saved. */
const SHOWN = 100;

/** Which column is what, and what becomes of every row; nothing is written before it is asked for. */
export function ImportPreview({ read, register, divisions, onImport, onCancel }: Props): ReactNode {
  const columns = useMemo(() => columnsOf(register), [register]);
  const [places, setPlaces] = useState(read.table.places);
  const missing = missingOf(columns, places);
  const rows = useMemo(
    () =>
      missingOf(columns, places).length > 0
        ? []
        : judgeRows(read.table.rows, places, { register, columns, divisions, known: read.known }),
    [read, register, columns, divisions, places],
  );
  return (
    <>
      <ColumnsPanel columns={columns} heads={read.table.heads} places={places} onChange={setPlaces} />
      {missing.length > 0 ? (
        <FormError error={{ what: words.missing(missing), todo: words.columnsHint }} />
      ) : (
        <Judged read={read} rows={rows} onImport={onImport} onCancel={onCancel} />
      )}
    </>
  );
}

type JudgedProps = Pick<Props, 'read' | 'onImport' | 'onCancel'> & { readonly rows: readonly JudgedRow[] };

function Judged({ read, rows, onImport, onCancel }: JudgedProps): ReactNode {
  const saving = useSaveWorkbook();
  const bad = rows.filter(({ problems }) => problems.length > 0);
  const good = rows.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const doubtful = rows.filter((row) => row.doubtful).length;
  return (
    <Panel title={words.preview}>
      <Stack gap="md">
        <Text fw={600} role="status">
          {words.summary(good.length, bad.length)}
        </Text>
        {doubtful > 0 && <Text>{words.doubtful(doubtful)}</Text>}
        <FormError error={saving.error} />
        <Group>
          <Button disabled={good.length === 0} onClick={() => onImport(good)}>
            {words.submit(good.length)}
          </Button>
          {bad.length > 0 && (
            <Button
              variant="default"
              loading={saving.busy}
              onClick={() => void saving.save(words.badFile(read.name), [badSheet(read.table.heads, bad)])}
            >
              {words.saveBad}
            </Button>
          )}
          <Button variant="default" onClick={onCancel}>
            {words.nothing}
          </Button>
        </Group>
        {bad.length > 0 && <BadRows bad={bad} />}
      </Stack>
    </Panel>
  );
}

function BadRows({ bad }: { readonly bad: readonly JudgedRow[] }): ReactNode {
  return (
    <>
      <ul aria-label={words.bad}>
        {bad.slice(0, SHOWN).map(({ line, problems }) => (
          <li key={line}>{problems.map(cellProblemText).join('；')}</li>
        ))}
      </ul>
      {bad.length > SHOWN && <Text>{words.moreBad(bad.length - SHOWN)}</Text>}
    </>
  );
}
