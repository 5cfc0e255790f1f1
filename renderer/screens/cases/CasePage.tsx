import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { showInstant } from '#renderer/app/format.ts';
import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { casesText as words } from '#renderer/app/language/zh/cases.ts';
import { CaseTimeline } from '#renderer/app/record/CaseTimeline.tsx';
import { FromReport } from '#renderer/app/reports/FromReport.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { recheckOf } from '#renderer/queries/caseLines/recheck.ts';
import { useCase, type CaseRow } from '#renderer/queries/cases.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { usePreparedPapers } from '#renderer/queries/usePreparedPapers.ts';

import { CasePhotos } from './CasePhotos.tsx';
import { DocumentsPanel } from './DocumentsPanel.tsx';
import { DossierPanel } from './DossierPanel.tsx';
import { FactsPanel } from './FactsPanel.tsx';
import { HandoverBox } from './HandoverBox.tsx';
import { HandoverPanel } from './HandoverPanel.tsx';
import { NextSteps } from './NextSteps.tsx';
import { OutcomePanel } from './OutcomePanel.tsx';
import { PapersPanel } from './PapersPanel.tsx';
import { PartyPanel } from './PartyPanel.tsx';
import { SupervisionBox } from './SupervisionBox.tsx';
import { ClocksPanel } from './acts/ClocksPanel.tsx';
import { FilePanel, FilePartyPanel } from './acts/FilePanel.tsx';
import { FileSteps } from './acts/FileSteps.tsx';
import classes from './cases.module.css';
import { dueBadge } from './dueText.ts';

function Badges({ row }: { readonly row: CaseRow }): ReactNode {
  const due = dueBadge(recheckOf(row, useToday()));
  const stage = stageWords[row.stage];
  return (
    <span className={classes['head']}>
      <StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>
      {due !== undefined && <StatusBadge tone={due.tone}>{due.text}</StatusBadge>}
      <span className={classes['soft']}>{words.foundAt(showInstant(row.foundAt))}</span>
    </span>
  );
}

function Loaded({ row }: { readonly row: CaseRow }): ReactNode {
  const catalogue = useCatalogue();
  const matters = catalogue?.matters ?? [];
  return (
    <PageColumn>
      <HandoverBox row={row} />
      <SupervisionBox supervision={row.supervision} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          {row.file === undefined ? <NextSteps row={row} /> : <FileSteps row={row} />}
          <FromReport of={{ is: 'case', id: row.id, report: row.report }} />
          <FactsPanel row={row} matters={matters} />
          <CasePhotos row={row} />
        </div>
        <div className={classes['column']}>
          {row.file !== undefined && <ClocksPanel row={row} />}
          <FilePanel row={row} />
          <DocumentsPanel row={row} />
          <PapersPanel row={row} />
          <DossierPanel row={row} />
          <OutcomePanel row={row} />
          {row.file === undefined ? <PartyPanel row={row} /> : <FilePartyPanel party={row.file.party} />}
          <HandoverPanel row={row} />
          <Panel title={words.page.timeline}>
            <CaseTimeline label={words.page.timeline} timeline={row.timeline} />
          </Panel>
        </div>
      </div>
    </PageColumn>
  );
}

/** One case: where it stands, what can be done next and why not, and everything in its file. */
export function CasePage({ id }: { readonly id: string }): ReactNode {
  usePreparedPapers();
  const row = useCase(id);
  const here = row !== undefined && row !== null;
  return (
    <>
      <PageHeader
        title={here ? row.title : words.title}
        back="/cases"
        subtitle={here ? <Badges row={row} /> : undefined}
      />
      {row === undefined && <LoadingState />}
      {row === null && (
        <EmptyState
          title={words.missing}
          text={words.missingHint}
          action={
            <Button variant="default" component={Link} href="/cases">
              {words.backToList}
            </Button>
          }
        />
      )}
      {here && <Loaded row={row} />}
    </>
  );
}
