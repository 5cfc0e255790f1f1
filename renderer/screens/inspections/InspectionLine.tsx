import type { ReactNode } from 'react';

import { showInstant, showTenths } from '#renderer/app/format.ts';
import { inspectionsText as words } from '#renderer/app/language/zh/inspections.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { InspectionRow } from '#renderer/queries/inspections.ts';

/** A submitted inspection as a line of the list. */
export function InspectionLine({ row }: { readonly row: InspectionRow }): ReactNode {
  const failed = row.answers.filter((answer) => answer.answer === 'fail').length;
  return (
    <LinkRow
      href={`/inspections/${row.id}`}
      title={row.site.name}
      text={`${showInstant(row.submittedAt)} · ${row.officer.name} · ${words.form.score(showTenths(row.scoreTenths))}`}
      aside={
        <StatusBadge tone={failed > 0 ? 'warn' : 'good'}>
          {failed > 0 ? words.form.failedCount(failed) : words.form.answers.pass}
        </StatusBadge>
      }
    />
  );
}
