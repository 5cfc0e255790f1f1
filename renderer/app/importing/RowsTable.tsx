import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

import { StatusBadge, type Tone } from '#renderer/components/StatusBadge.tsx';

type Props = {
  readonly label: string;
  readonly heads: readonly string[];
  /** Pixels below which it is moved sideways. */
  readonly minWidth: number;
  readonly maxHeight: string;
  /** A `Table.Tr` for every row of the file. */
  readonly children: ReactNode;
};

/** The rows of a file that is being imported, under heads that stay. */
export function RowsTable({ label, heads, minWidth, maxHeight, children }: Props): ReactNode {
  return (
    <Table.ScrollContainer minWidth={minWidth} maxHeight={maxHeight}>
      <Table aria-label={label} stickyHeader verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type VerdictProps = { readonly tone: Tone; readonly says: string; readonly about?: string | undefined };

/** What a row becomes, and under it why or of what. */
export function RowVerdict({ tone, says, about }: VerdictProps): ReactNode {
  return (
    <>
      <StatusBadge tone={tone}>{says}</StatusBadge>
      {about !== undefined && <div>{about}</div>}
    </>
  );
}
