import { useState, type ReactNode } from 'react';
import { useSearch } from 'wouter';

import { siteImportText as words } from '#renderer/app/language/zh/siteImport.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Register } from '#shared/catalogue/register.ts';

import { registerFor } from '../registerOf.ts';

import { ChooseFile } from './ChooseFile.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportRunsPanel } from './ImportRunsPanel.tsx';
import type { ReadFile } from './readFile.ts';
import { useImportRuns } from './useImportRuns.ts';

/** Imports a table into a register: choose, match, look at what is wrong, write, and take back as a whole. */
export function ImportPage(): ReactNode {
  const catalogue = useCatalogue();
  const search = useSearch();
  if (catalogue === undefined) return <LoadingState />;
  const register = catalogue === null ? undefined : registerFor(catalogue, search);
  return (
    <PageColumn>
      <PageHeader title={register === undefined ? sites.title : words.title(register.name)} back="/sites" />
      {catalogue === null || register === undefined ? (
        <ErrorState what={sites.catalogueGone} todo={sites.catalogueGoneText} />
      ) : (
        <Import key={register.id} register={register} catalogue={catalogue} />
      )}
    </PageColumn>
  );
}

function Import({ register, catalogue }: { readonly register: Register; readonly catalogue: Catalogue }): ReactNode {
  const runs = useImportRuns();
  const [read, setRead] = useState<ReadFile>();
  const isBusy = runs.work !== undefined;
  return (
    <>
      <ChooseFile register={register} disabled={isBusy} hasFile={read !== undefined} onRead={setRead} />
      {read !== undefined && !isBusy && (
        <ImportPreview
          key={read.id}
          read={read}
          register={register}
          divisions={catalogue.divisions}
          onCancel={() => setRead(undefined)}
          onImport={(rows) => {
            setRead(undefined);
            void runs.start(register.id, read.name, rows);
          }}
        />
      )}
      <ImportRunsPanel runs={runs} registers={catalogue.registers} />
    </>
  );
}
