import type { ReactNode } from 'react';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { ANSWER_OPTIONS, BigChoice } from '#renderer/components/BigChoice.tsx';
import type { ChecklistItem, CheckItem } from '#shared/inspection/checklist.ts';

import { CheckDetails } from './CheckDetails.tsx';
import classes from './ItemCard.module.css';
import { ItemPhotos } from './ItemPhotos.tsx';
import { ValueField } from './ValueField.tsx';
import { itemAnchor } from './goToItem.ts';
import type { ItemProps } from './itemProps.ts';

const words = inspectionsText.form;

function Question({ item }: { readonly item: ChecklistItem }): ReactNode {
  const marks: string[] = [];
  if (item.kind === 'check') {
    marks.push(words.weight(item.weight));
    if (item.photoRequiredWhenFailed) marks.push(words.photoRequired);
    if (item.veto === true) marks.push(words.veto);
    if (item.seasonal === true) marks.push(words.seasonal);
  } else if (item.kind !== 'photo' && item.optional === true) marks.push(words.optional);
  return (
    <div className={classes['question']}>
      <span className={classes['code']}>{item.code}</span>
      <span>
        <span className={classes['text']}>{item.text}</span>
        {item.hint !== undefined && <div className={classes['hint']}>{item.hint}</div>}
        {marks.length > 0 && <div className={classes['meta']}>{marks.join(' · ')}</div>}
      </span>
    </div>
  );
}

function CheckBody(props: ItemProps<CheckItem>): ReactNode {
  const { item, answer, onChange } = props;
  return (
    <>
      <div className={classes['head']}>
        <Question item={item} />
        <BigChoice
          label={words.answerOf(item.code, item.text)}
          options={ANSWER_OPTIONS}
          value={answer?.answer}
          onChange={(value) => onChange({ answer: value }, 'now')}
        />
      </div>
      {answer !== undefined && <CheckDetails {...props} answer={answer} />}
    </>
  );
}

/** One item of the checklist with everything that can be said about it. */
export function ItemCard(props: ItemProps): ReactNode {
  const { item, answer, problem } = props;
  const labelId = `${itemAnchor(item.code)}-problem`;
  return (
    <article
      id={itemAnchor(item.code)}
      className={classes['item']}
      data-failed={answer?.answer === 'fail'}
      data-problem={problem !== undefined}
      aria-describedby={problem === undefined ? undefined : labelId}
    >
      {item.kind === 'check' && <CheckBody {...props} item={item} />}
      {item.kind === 'photo' && (
        <>
          <Question item={item} />
          <div className={classes['more']}>
            <ItemPhotos {...props} missing={problem !== undefined} />
          </div>
        </>
      )}
      {item.kind !== 'check' && item.kind !== 'photo' && (
        <div className={classes['head']}>
          <Question item={item} />
          <ValueField item={item} answer={answer} onChange={props.onChange} problem={problem} />
        </div>
      )}
      {problem !== undefined && (
        <p id={labelId} className={classes['problem']}>
          {problem}
        </p>
      )}
    </article>
  );
}
