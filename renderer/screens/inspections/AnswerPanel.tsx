import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { Gallery } from '#renderer/app/photos/Gallery.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge, type Tone } from '#renderer/components/StatusBadge.tsx';
import type { InspectionRow } from '#renderer/queries/inspections.ts';
import type { Answer, ItemAnswer } from '#shared/events/inspectionEvents.ts';
import type { Checklist, ChecklistItem } from '#shared/inspection/checklist.ts';
import { visibleItems } from '#shared/inspection/visible.ts';

import classes from './AnswerPanel.module.css';

const words = inspectionsText.view;
const form = inspectionsText.form;
const TONES: Readonly<Record<Answer, Tone>> = {
  pass: 'good',
  fail: 'bad',
  not_applicable: 'neutral',
  not_checked: 'neutral',
};

type Line = {
  readonly code: string;
  readonly item: ChecklistItem | undefined;
  readonly answer: ItemAnswer | undefined;
};

function linesOf(row: InspectionRow, checklist: Checklist | undefined): readonly Line[] {
  if (checklist === undefined) {
    return row.answers.map((answer) => ({ code: answer.item, item: undefined, answer }));
  }
  return visibleItems(checklist, row.answers).map(({ item }) => ({
    code: item.code,
    item,
    answer: row.answers.find((answer) => answer.item === item.code),
  }));
}

function Result({ item, answer }: Pick<Line, 'item' | 'answer'>): ReactNode {
  if (answer === undefined) return <StatusBadge tone="neutral">{words.unanswered}</StatusBadge>;
  if (item === undefined || item.kind === 'check') {
    return <StatusBadge tone={TONES[answer.answer]}>{form.answers[answer.answer]}</StatusBadge>;
  }
  if (item.kind === 'choice') return item.options.find((option) => option.value === answer.value)?.text ?? answer.value;
  if (item.kind === 'number') return `${answer.value ?? ''} ${item.unit}`;
  return answer.value;
}

function AnswerLine({ line, stream }: { readonly line: Line; readonly stream: string }): ReactNode {
  const { code, item, answer } = line;
  const extra = [
    answer?.severity === undefined ? '' : form.severities[answer.severity],
    answer?.fixedOnSite === true ? form.fixedOnSite : '',
  ].filter((part) => part !== '');
  return (
    <li className={classes['line']} data-failed={answer?.answer === 'fail'}>
      <span className={classes['code']}>{code}</span>
      <div className={classes['main']}>
        <div>{item?.text ?? code}</div>
        {extra.length > 0 && <div className={classes['extra']}>{extra.join(' · ')}</div>}
        {(answer?.note ?? '') !== '' && <div className={classes['note']}>{answer?.note}</div>}
        {answer !== undefined && answer.photos.length > 0 && (
          <Gallery label={`${code} ${form.photos}`} stream={stream} photos={answer.photos} />
        )}
      </div>
      <span className={classes['result']}>
        <Result item={item} answer={answer} />
      </span>
    </li>
  );
}

/** Every answer with its note and photos; failures alone on demand. */
export function AnswerPanel({
  row,
  checklist,
}: {
  readonly row: InspectionRow;
  readonly checklist: Checklist | undefined;
}): ReactNode {
  const lines = linesOf(row, checklist);
  const failed = lines.filter((line) => line.answer?.answer === 'fail');
  const [onlyFailed, setOnlyFailed] = useState(failed.length > 0);
  const shown = onlyFailed ? failed : lines;
  return (
    <Panel
      title={words.answers}
      flush
      aside={
        failed.length > 0 && (
          <Button variant="subtle" aria-pressed={onlyFailed} onClick={() => setOnlyFailed(!onlyFailed)}>
            {onlyFailed ? words.showAll : words.onlyFailed}
          </Button>
        )
      }
    >
      <ul className={classes['list']} aria-label={words.answers}>
        {shown.map((line) => (
          <AnswerLine key={line.code} line={line} stream={`inspection:${row.id}`} />
        ))}
      </ul>
    </Panel>
  );
}
