import type { ReactNode } from 'react';

import { areasText as words } from '#renderer/app/language/zh/areas.ts';
import { FaultList } from '#renderer/app/publishing/FaultList.tsx';
import type { AreaFault } from '#shared/geo/areaFile.ts';

/** Faults that are listed; the rest is counted. */
const SHOWN = 50;

/** What is wrong with a file, each with its feature. */
export function AreaFaults({ faults }: { readonly faults: readonly AreaFault[] }): ReactNode {
  const lines = faults.slice(0, SHOWN).map(({ code, n, name, subject }) => ({
    key: `${code} ${String(n)} ${subject}`,
    place: <strong>{words.place(n, name)}</strong>,
    says: `${words.faults[code]}${subject}`,
  }));
  const more = faults.length > SHOWN ? words.moreFaults(faults.length - SHOWN) : undefined;
  return <FaultList title={words.faultsTitle(faults.length)} faults={lines} more={more} />;
}
