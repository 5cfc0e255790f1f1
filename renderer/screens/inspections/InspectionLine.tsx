import type { ReactNode } from 'react';

import { showInstant, showTenths } from '#renderer/app/format.ts';
import { inspectionsText as words } from '#renderer/app/language/zh/inspections.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { InspectionRow } from '#renderer/queries/inspections.ts';
import { campaignNames, type Campaign } from '#shared/catalogue/campaignFile.ts';

type Props = { readonly row: InspectionRow; readonly campaigns: readonly Campaign[] };

/** A submitted inspection as a line of the list, with the campaigns that it counts for. */
export function InspectionLine({ row, campaigns }: Props): ReactNode {
  const failed = row.answers.filter((answer) => answer.answer === 'fail').length;
  const said = [showInstant(row.submittedAt), row.officer.name, words.form.score(showTenths(row.scoreTenths))];
  return (
    <LinkRow
      href={`/inspections/${row.id}`}
      title={row.site.name}
      text={[...said, campaignNames(campaigns, row.campaigns)].filter((part) => part !== '').join(' · ')}
      aside={
        <StatusBadge tone={failed > 0 ? 'warn' : 'good'}>
          {failed > 0 ? words.form.failedCount(failed) : words.form.answers.pass}
        </StatusBadge>
      }
    />
  );
}
