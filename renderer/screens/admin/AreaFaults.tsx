import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { areasText as words } from '#renderer/app/language/zh/areas.ts';
import type { AreaFault } from '#shared/geo/areaFile.ts';

/** Faults that are listed; the rest is counted. */
const SHOWN = 50;

/** What is wrong with a file, each with its feature. */
export function AreaFaults({ faults }: { readonly faults: readonly AreaFault[] }): ReactNode {
  return (
    <div role="alert">
      <Text fw={600} c="var(--xz-bad)">
        {words.faultsTitle(faults.length)}
      </Text>
      <ul>
        {faults.slice(0, SHOWN).map(({ code, n, name, subject }) => (
          <li key={`${code} ${String(n)} ${subject}`}>
            <strong>{words.place(n, name)}</strong> {`${words.faults[code]}${subject}`}
          </li>
        ))}
      </ul>
      {faults.length > SHOWN && <Text>{words.moreFaults(faults.length - SHOWN)}</Text>}
    </div>
  );
}
