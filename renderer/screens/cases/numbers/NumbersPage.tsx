import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { registerText as words } from '#renderer/app/language/zh/register.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useSeries } from '#renderer/queries/register.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';

import { Register } from './Register.tsx';

/** 文号登记簿: every number of the own organisation, by document and year. */
export function NumbersPage(): ReactNode {
  const all = useSeries();
  const [chosen, setChosen] = useState<string>();
  if (all === undefined) return <LoadingState />;
  const options = all
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((one, other) => (one.label < other.label ? -1 : 1));
  const series = chosen ?? options[0]?.value;
  return (
    <>
      <PageHeader title={words.title} back="/cases" />
      <PageColumn>
        {series === undefined ? (
          <EmptyState title={words.empty} text={words.emptyHint} />
        ) : (
          <>
            <Select
              label={words.series}
              data={options}
              value={series}
              onChange={(value) => setChosen(value ?? undefined)}
              allowDeselect={false}
            />
            <Register key={series} series={series} />
          </>
        )}
      </PageColumn>
    </>
  );
}

function nameOf(series: string): string {
  const [, kind = '', year = ''] = series.split(':');
  const title = Object.entries(DOCUMENT_TITLES).find(([known]) => known === kind)?.[1];
  return words.ofYear(title ?? kind, year);
}
