import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { StateMark } from '#renderer/app/record/StateMark.tsx';
import { FromReport } from '#renderer/app/reports/FromReport.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useInspection, type InspectionRow } from '#renderer/queries/inspections.ts';
import { useUnsettled } from '#renderer/queries/itemStates.ts';
import { findChecklist } from '#shared/catalogue/find.ts';
import { worstState } from '#shared/sync/itemState.ts';

import { AnswerPanel } from './AnswerPanel.tsx';
import { InspectionFacts } from './InspectionFacts.tsx';
import { NextPanel } from './NextPanel.tsx';

const words = inspectionsText.view;

function Loaded({ row }: { readonly row: InspectionRow }): ReactNode {
  const catalogue = useCatalogue();
  const cases = useCaseLines({ inspection: row.id, most: 20 });
  if (catalogue === undefined || cases === undefined) return <LoadingState />;
  const checklist = catalogue === null ? undefined : findChecklist(catalogue, row.checklist, row.checklistVersion);
  return (
    <PageColumn>
      <NextPanel row={row} cases={cases.lines} checklist={checklist} />
      <FromReport of={{ is: 'inspection', id: row.id, report: row.report }} />
      <InspectionFacts row={row} checklist={checklist} />
      <AnswerPanel row={row} checklist={checklist} />
    </PageColumn>
  );
}

/** A submitted inspection, read only: what was found, and what became of it. */
export function InspectionPage({ id }: { readonly id: string }): ReactNode {
  const row = useInspection(id);
  const unsettled = useUnsettled(`inspection:${id}`);
  const state = worstState([...unsettled.values()].map((one) => one.state));
  const title = row === undefined || row === null ? inspectionsText.title : words.title(row.site.name);
  return (
    <>
      <PageHeader
        title={title}
        back="/inspections"
        subtitle={state === 'server' ? undefined : <StateMark state={state} />}
      />
      {row === undefined && <LoadingState />}
      {row === null && (
        <EmptyState
          title={inspectionsText.missing}
          text={inspectionsText.missingHint}
          action={
            <Button variant="default" component={Link} href="/inspections">
              {inspectionsText.backToList}
            </Button>
          }
        />
      )}
      {row !== undefined && row !== null && <Loaded row={row} />}
    </>
  );
}
