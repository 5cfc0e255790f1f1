import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { stageWords, supervisionWords } from '#renderer/app/language/zh/caseWords.ts';
import { reviewText as words } from '#renderer/app/language/zh/review.ts';
import { Gallery } from '#renderer/app/photos/Gallery.tsx';
import { CaseTimeline } from '#renderer/app/record/CaseTimeline.tsx';
import { FromReport } from '#renderer/app/reports/FromReport.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCase, type CaseRow } from '#renderer/queries/cases.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useReading } from '#renderer/queries/photos.ts';

import { Decision } from './Decision.tsx';
import { ReviewDocuments } from './ReviewDocuments.tsx';
import { ReviewFacts } from './ReviewFacts.tsx';
import classes from './review.module.css';

function Subtitle({ row }: { readonly row: CaseRow }): ReactNode {
  const names = useNames();
  const stage = stageWords[row.stage];
  const state = supervisionWords[row.supervision.is];
  return (
    <span className={classes['head']}>
      <strong>{names.org(row.org)}</strong>
      <StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>
      <StatusBadge tone={state.tone}>{state.text}</StatusBadge>
    </span>
  );
}

function Loaded({ row }: { readonly row: CaseRow }): ReactNode {
  useReading(`case:${row.id}`);
  return (
    <PageColumn>
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <FromReport of={{ is: 'case', id: row.id, report: row.report }} />
          <ReviewFacts row={row} />
          <Panel title={words.photos}>
            {row.photos.length === 0 ? (
              <EmptyState title={words.noPhotos} />
            ) : (
              <>
                <p className={classes['soft']}>{words.photosHint}</p>
                <Gallery label={words.photos} stream={`case:${row.id}`} photos={row.photos} />
              </>
            )}
          </Panel>
          <ReviewDocuments row={row} />
        </div>
        <div className={classes['column']}>
          <Decision key={row.supervision.at ?? ''} row={row} />
          <Panel title={words.timeline}>
            <CaseTimeline label={words.timeline} timeline={row.timeline} />
          </Panel>
        </div>
      </div>
    </PageColumn>
  );
}

/** One case as the brigade reads it: everything in its file, and the two things it may say. */
export function ReviewCasePage({ id }: { readonly id: string }): ReactNode {
  const row = useCase(id);
  const here = row !== undefined && row !== null;
  return (
    <>
      <PageHeader
        title={here ? row.title : words.title}
        back="/review"
        subtitle={here ? <Subtitle row={row} /> : undefined}
      />
      {row === undefined && <LoadingState />}
      {row === null && (
        <EmptyState
          title={words.missing}
          text={words.missingHint}
          action={
            <Button variant="default" component={Link} href="/review">
              {words.back}
            </Button>
          }
        />
      )}
      {here && <Loaded row={row} />}
    </>
  );
}
