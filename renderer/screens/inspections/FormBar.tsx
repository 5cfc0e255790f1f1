import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';

import { answerTo } from '#renderer/app/checklist/draftAnswers.ts';
import { showTenths } from '#renderer/app/format.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { SaveStatus } from '#renderer/components/SaveStatus.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { InspectionDraft } from '#renderer/data/client.ts';
import type { SaveState } from '#renderer/queries/useAutosave.ts';
import { isAnswered, judged } from '#shared/inspection/answers.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { scoreInspection } from '#shared/inspection/score.ts';
import type { PlacedItem } from '#shared/inspection/visible.ts';

import classes from './FormBar.module.css';
import { bandTone } from './bandTone.ts';

const words = inspectionsText.form;

type Props = {
  readonly checklist: Checklist;
  readonly draft: InspectionDraft;
  readonly visible: readonly PlacedItem[];
  readonly save: SaveState;
};

/** Always in view: how far the form is, the score as it stands, and whether everything is saved. */
export function FormBar({ checklist, draft, visible, save }: Props): ReactNode {
  const answers = visible.map(({ item, entry }) => ({
    item,
    answer: answerTo(draft.answers, { item: item.code, entry }),
  }));
  const done = answers.filter(({ item, answer }) => isAnswered(item, answer)).length;
  const failed = answers.filter(({ item, answer }) => answer !== undefined && judged(item, answer) === 'fail').length;
  const score = scoreInspection(checklist, draft.answers);
  const progress = words.progress(done, visible.length);
  return (
    <div className={classes['bar']}>
      <div className={classes['progress']}>
        <div className={classes['counts']}>
          <strong>{progress}</strong>
          {failed > 0 && <span className={classes['failed']}>{words.failedCount(failed)}</span>}
        </div>
        <Progress
          value={visible.length === 0 ? 0 : (done / visible.length) * 100}
          size="md"
          aria-label={progress}
          transitionDuration={150}
        />
      </div>
      <div className={classes['score']} role="status" aria-label={words.scoreLabel}>
        <span className={classes['points']}>{words.score(showTenths(score.scoreTenths))}</span>
        {done === visible.length && score.band !== undefined && (
          <StatusBadge tone={bandTone(score.band.id)}>{score.band.name}</StatusBadge>
        )}
        {score.vetoed && <StatusBadge tone="bad">{words.vetoed}</StatusBadge>}
      </div>
      <SaveStatus state={save} words={words} />
    </div>
  );
}
