import type { ReactNode } from 'react';

import type { ChecklistItem, CheckItem, ItemOf } from '#shared/inspection/item.ts';

import { ANSWER_OPTIONS, BigChoice } from '../../components/BigChoice.tsx';
import { inspectionsText } from '../language/zh/inspections.ts';

import { CheckDetails } from './CheckDetails.tsx';
import classes from './ItemCard.module.css';
import { ItemPhotos } from './ItemPhotos.tsx';
import { LocationField } from './LocationField.tsx';
import { NumberField } from './NumberField.tsx';
import { SignatureField } from './SignatureField.tsx';
import { ValueField } from './ValueField.tsx';
import { itemAnchor } from './goToItem.ts';
import type { ItemProps } from './itemProps.ts';

const words = inspectionsText.form;

function marksOf(item: ChecklistItem): readonly string[] {
  const marks: string[] = [];
  if (item.kind === 'check') {
    marks.push(words.weight(item.weight));
    if (item.photoRequiredWhenFailed) marks.push(words.photoRequired);
    if (item.veto === true) marks.push(words.veto);
    if (item.seasonal === true) marks.push(words.seasonal);
    if (item.transferTo !== undefined) marks.push(words.transfer(item.transferTo));
  } else if (item.kind === 'photo') {
    if (item.moment !== undefined) marks.push(words.moments[item.moment]);
    if (!item.required) marks.push(words.optional);
  } else if (item.optional === true) marks.push(words.optional);
  return marks;
}

function Question({ item }: { readonly item: ChecklistItem }): ReactNode {
  const marks = marksOf(item);
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
  const { item, mark, answer, onChange } = props;
  return (
    <>
      <div className={classes['head']}>
        <Question item={item} />
        <BigChoice
          label={words.answerOf(mark, item.text)}
          options={ANSWER_OPTIONS}
          value={answer?.answer}
          onChange={(value) => onChange({ answer: value }, 'now')}
        />
      </div>
      {answer !== undefined && <CheckDetails {...props} answer={answer} />}
    </>
  );
}

function NumberBody(props: ItemProps<ItemOf<'number'>>): ReactNode {
  const { item, answer } = props;
  return (
    <>
      <div className={classes['head']}>
        <Question item={item} />
        <NumberField {...props} />
      </div>
      {answer?.answer === 'fail' && <CheckDetails {...props} answer={answer} />}
    </>
  );
}

function Body(props: ItemProps): ReactNode {
  const { item, problem } = props;
  switch (item.kind) {
    case 'check':
      return <CheckBody {...props} item={item} />;
    case 'number':
      return <NumberBody {...props} item={item} />;
    case 'photo':
      return (
        <>
          <Question item={item} />
          <div className={classes['more']}>
            <ItemPhotos {...props} missing={problem !== undefined} />
          </div>
        </>
      );
    case 'location':
    case 'signature': {
      const Field = item.kind === 'location' ? LocationField : SignatureField;
      return (
        <>
          <Question item={item} />
          <div className={classes['more']}>
            <Field {...props} />
          </div>
        </>
      );
    }
    default:
      return (
        <div className={classes['head']}>
          <Question item={item} />
          <ValueField {...props} item={item} />
        </div>
      );
  }
}

/** One item of the checklist with everything that can be said about it. */
export function ItemCard(props: ItemProps): ReactNode {
  const { item, entry, answer, problem } = props;
  const anchor = itemAnchor({ item: item.code, entry });
  const labelId = `${anchor}-problem`;
  return (
    <article
      id={anchor}
      className={classes['item']}
      data-kind={item.kind}
      data-failed={answer?.answer === 'fail'}
      data-problem={problem !== undefined}
      aria-describedby={problem === undefined ? undefined : labelId}
    >
      <Body {...props} />
      {problem !== undefined && (
        <p id={labelId} className={classes['problem']}>
          {problem}
        </p>
      )}
    </article>
  );
}
