import type { ReactNode } from 'react';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { positionText } from '#renderer/app/positionText.ts';
import { StatusBadge, type Tone } from '#renderer/components/StatusBadge.tsx';
import type { Answer } from '#shared/events/inspectionEvents.ts';
import { isOutOfNormal } from '#shared/inspection/answers.ts';

import type { AnswerLine } from './answerLines.ts';

const words = inspectionsText.view;
const form = inspectionsText.form;
const TONES: Readonly<Record<Answer, Tone>> = {
  pass: 'good',
  fail: 'bad',
  not_applicable: 'neutral',
  not_checked: 'neutral',
};

/** What was answered, by the kind of the item; of an item that is not known here everything that the record holds. */
export function AnswerResult({ item, answer }: Pick<AnswerLine, 'item' | 'answer'>): ReactNode {
  if (answer === undefined) return <StatusBadge tone="neutral">{words.unanswered}</StatusBadge>;
  const value = answer.value ?? '';
  const badge = <StatusBadge tone={TONES[answer.answer]}>{form.answers[answer.answer]}</StatusBadge>;
  const position = answer.position === undefined ? '' : positionText(answer.position);
  if (item === undefined) {
    const held = [value, position].filter((part) => part !== '').join(' · ');
    return (
      <>
        {held} {badge}
      </>
    );
  }
  switch (item.kind) {
    case 'check':
      return badge;
    case 'choice':
      return item.options.find((option) => option.value === value)?.text ?? value;
    case 'number':
      return (
        <>
          {`${value} ${item.unit}`.trim()}{' '}
          {isOutOfNormal(item, value) && <StatusBadge tone="bad">{words.over}</StatusBadge>}
        </>
      );
    case 'location':
      return position === '' ? words.notLocated : position;
    case 'signature':
      return answer.photos.length > 0 ? words.signedBy(value) : words.notSigned;
    default:
      return value;
  }
}
