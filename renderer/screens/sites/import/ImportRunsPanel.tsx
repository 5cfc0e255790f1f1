import type { ReactNode } from 'react';

import { siteImportText as words } from '#renderer/app/language/zh/siteImport.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Register } from '#shared/catalogue/register.ts';

import { ImportRun } from './ImportRun.tsx';
import type { ImportRuns } from './useImportRuns.ts';

type Props = { readonly runs: ImportRuns; readonly registers: readonly Register[] };

/** What was imported on this device: what is not finished goes on, what is can be taken back. */
export function ImportRunsPanel({ runs, registers }: Props): ReactNode {
  if (runs.imports === undefined || runs.imports.length === 0) return null;
  return (
    <Panel title={words.runs}>
      <ul aria-label={words.runs}>
        {runs.imports.map((run) => (
          <ImportRun
            key={run.batch}
            run={run}
            runs={runs}
            register={registers.find(({ id }) => id === run.draft.register)?.name ?? run.draft.register}
          />
        ))}
      </ul>
    </Panel>
  );
}
