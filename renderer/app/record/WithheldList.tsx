import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { useNames } from '../../queries/directory.ts';
import { useWithheld } from '../../queries/itemStates.ts';
import { showInstant } from '../format.ts';
import { stateText } from '../language/zh/states.ts';

/** What was withdrawn of a record, by whom and why: it counts nowhere and is never silent. Nothing when there is none. */
export function WithheldList({ stream }: { readonly stream: string }): ReactNode {
  const rows = useWithheld(stream);
  const { person } = useNames();
  if (rows.length === 0) return null;
  // One taking back names several records: it is told once.
  const told = [...new Map(rows.map((row) => [`${row.at}|${row.by}|${row.reason}`, row])).values()];
  return (
    <section aria-label={stateText.withdrawnTitle(rows.length)}>
      <Text fw={600} mt="md">
        {stateText.withdrawnTitle(rows.length)}
      </Text>
      {told.map((row) => (
        <Text key={row.id} c="dimmed" size="sm">
          {stateText.withdrawnLine(person(row.by), showInstant(row.at), row.reason)}
        </Text>
      ))}
    </section>
  );
}
