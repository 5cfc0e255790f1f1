import type { ReactNode } from 'react';

import { showInstant, showTenths } from '#renderer/app/format.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { KeyValue } from '#renderer/components/KeyValue.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import type { InspectionRow } from '#renderer/queries/inspections.ts';
import { campaignNames } from '#shared/catalogue/campaignFile.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { bandOf } from '#shared/inspection/score.ts';

import classes from './FormBar.module.css';
import { bandTone } from './bandTone.ts';

const words = inspectionsText.view;

type Props = { readonly row: InspectionRow; readonly checklist: Checklist | undefined };

/** Score, place, time and people of an inspection. */
export function InspectionFacts({ row, checklist }: Props): ReactNode {
  const band = checklist === undefined ? undefined : bandOf(checklist, row.scoreTenths);
  const score = (
    <span className={classes['score']}>
      <span className={classes['points']}>{inspectionsText.form.score(showTenths(row.scoreTenths))}</span>
      {band !== undefined && <StatusBadge tone={bandTone(band.id)}>{band.name}</StatusBadge>}
      {row.vetoed && <StatusBadge tone="bad">{inspectionsText.form.vetoed}</StatusBadge>}
    </span>
  );
  const campaigns = campaignNames(useCatalogue()?.campaigns ?? [], row.campaigns);
  const version = `${checklist?.name ?? row.checklist} v${String(row.checklistVersion)}`;
  return (
    <Panel>
      <KeyValue
        rows={[
          { key: words.score, value: score },
          { key: words.operator, value: row.site.operator },
          { key: words.address, value: row.site.address },
          { key: words.checklist, value: version },
          { key: words.startedAt, value: showInstant(row.startedAt) },
          { key: words.submittedAt, value: showInstant(row.submittedAt) },
          { key: words.officer, value: row.officer.name },
          ...(row.second === undefined ? [] : [{ key: words.second, value: row.second.name }]),
          ...(campaigns === '' ? [] : [{ key: inspectionsText.campaign, value: campaigns }]),
          ...((row.note ?? '') === '' ? [] : [{ key: words.note, value: row.note }]),
        ]}
      />
    </Panel>
  );
}
