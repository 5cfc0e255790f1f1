import { Select, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { siteImportText as words } from '#renderer/app/language/zh/siteImport.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { columnName, type ColumnPlaces, type ImportColumn } from '#shared/site/import/columns.ts';

type Props = {
  readonly columns: readonly ImportColumn[];
  readonly heads: readonly string[];
  readonly places: ColumnPlaces;
  readonly onChange: (places: ColumnPlaces) => void;
};

/** Which column of the table is what: found by name, and put right by hand. */
export function ColumnsPanel({ columns, heads, places, onChange }: Props): ReactNode {
  const data = heads.map((head, at) => ({ value: String(at), label: words.headOf(columnName(at), head) }));
  return (
    <Panel title={words.columns}>
      <Text mb="md">{words.columnsHint}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="md">
        {columns.map(({ key, label, required }) => {
          const place = places[key];
          return (
            <Select
              key={key}
              label={label}
              withAsterisk={required}
              placeholder={words.noColumn}
              data={data}
              value={place === undefined ? null : String(place)}
              onChange={(picked) => {
                const { [key]: _before, ...rest } = places;
                onChange(picked === null ? rest : { ...rest, [key]: Number(picked) });
              }}
              clearable
            />
          );
        })}
      </SimpleGrid>
    </Panel>
  );
}
