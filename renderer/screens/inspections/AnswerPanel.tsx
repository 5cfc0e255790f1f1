import { Button } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { Gallery } from '#renderer/app/photos/Gallery.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import type { InspectionRow } from '#renderer/queries/inspections.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { mattersOf } from '#shared/inspection/item.ts';

import classes from './AnswerPanel.module.css';
import { AnswerResult } from './AnswerResult.tsx';
import { answerLines, type AnswerLine } from './answerLines.ts';

const words = inspectionsText.view;
const form = inspectionsText.form;

function photosLabel({ item }: AnswerLine): string {
  if (item?.kind === 'photo' && item.moment !== undefined) return form.moments[item.moment];
  return item?.kind === 'signature' ? form.signature.drawn : form.photos;
}

function FileThis({ line, row }: { readonly line: AnswerLine; readonly row: InspectionRow }): ReactNode {
  if (line.answer?.answer !== 'fail' || line.item === undefined || mattersOf(line.item).length === 0) return null;
  return (
    <Button
      variant="default"
      component={Link}
      href={`/cases/new/${row.id}/${line.key.replace('#', '-')}`}
      leftSection={<IconGavel size={20} aria-hidden />}
      aria-label={`${form.mark(line.code, line.entry)} ${words.fileThis}`}
    >
      {words.fileThis}
    </Button>
  );
}

function Line({ line, row }: { readonly line: AnswerLine; readonly row: InspectionRow }): ReactNode {
  const { code, entry, item, answer } = line;
  const mark = form.mark(code, entry);
  const failed = answer?.answer === 'fail';
  const extra = [
    answer?.severity === undefined ? '' : form.severities[answer.severity],
    answer?.fixedOnSite === true ? form.fixedOnSite : '',
    failed && item?.kind === 'check' && item.transferTo !== undefined ? form.transfer(item.transferTo) : '',
  ].filter((part) => part !== '');
  return (
    <li className={classes['line']} data-failed={failed}>
      <span className={classes['code']}>{mark}</span>
      <div className={classes['main']}>
        <div>{item?.text ?? code}</div>
        {extra.length > 0 && <div className={classes['extra']}>{extra.join(' · ')}</div>}
        {(answer?.note ?? '') !== '' && <div className={classes['note']}>{answer?.note}</div>}
        {answer !== undefined && answer.photos.length > 0 && (
          <Gallery label={`${mark} ${photosLabel(line)}`} stream={`inspection:${row.id}`} photos={answer.photos} />
        )}
      </div>
      <span className={classes['result']}>
        <AnswerResult item={item} answer={answer} />
      </span>
      <FileThis line={line} row={row} />
    </li>
  );
}

/** Every answer with its note and photos; failures alone on demand, each with the way to a case of its own. */
export function AnswerPanel({
  row,
  checklist,
}: {
  readonly row: InspectionRow;
  readonly checklist: Checklist | undefined;
}): ReactNode {
  const lines = answerLines(row, checklist);
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
      <PlainList label={words.answers}>
        {shown.map((line) => (
          <Line key={line.key} line={line} row={row} />
        ))}
      </PlainList>
    </Panel>
  );
}
