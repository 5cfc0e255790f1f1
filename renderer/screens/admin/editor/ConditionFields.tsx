import { Select, TagsInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { editorText } from '#renderer/app/language/zh/checklistEditor.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import type { ConditionDraft, ItemDraft } from '#shared/inspection/editing/draft.ts';
import { inside, valueAt, type Place } from '#shared/inspection/editing/place.ts';

import { errorAt, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { Flag, ManyMember, NumberMember } from './fields.tsx';
import { itemOptions, optionsIn, optionsWith } from './options.ts';

const words = editorText.condition;
const ANSWERS = optionsIn(inspectionsText.form.answers);

type When = ConditionDraft['when'];

/** What can be asked of an item of that kind, the likeliest first. */
function whensOf(item: ItemDraft | undefined): readonly When[] {
  switch (item?.kind) {
    case 'choice':
      return ['value', 'answer'];
    case 'number':
      return item.matters === undefined ? ['number', 'value'] : ['number', 'answer', 'value'];
    case 'text':
    case 'date':
    case 'location':
    case 'signature':
      return ['value', 'answer'];
    default:
      return ['answer'];
  }
}

function blank(when: When, item: string): ConditionDraft {
  return when === 'number' ? { when, item } : { when, item, isOneOf: [] };
}

type OptionalProps = { readonly place: Place; readonly toggle: string; readonly earlier: readonly ItemDraft[] };

/** A condition that an item or a section may have; `earlier`: the items that stand before it. */
export function OptionalCondition({ place, toggle, earlier }: OptionalProps): ReactNode {
  const { draft, set, faults } = useEditing();
  const has = valueAt(draft, place) !== undefined;
  return (
    <fieldset className={classes['group']} data-place={place}>
      <legend>{editorText.members.showIf}</legend>
      <Flag
        label={toggle}
        checked={has}
        onChange={(checked) => set(place, checked ? blank('answer', '') : undefined)}
      />
      {has && <ConditionFields place={place} items={earlier} />}
      <Error text={errorAt(faults, place)} />
    </fieldset>
  );
}

function Error({ text }: { readonly text: string | undefined }): ReactNode {
  return text === undefined ? null : <p className={classes['error']}>{text}</p>;
}

type Props = { readonly place: Place; readonly items: readonly ItemDraft[] };

/** Which item is looked at, at what of it, and what that has to be. */
export function ConditionFields({ place, items }: Props): ReactNode {
  const { draft, set } = useEditing();
  const condition = valueAt(draft, place) as ConditionDraft;
  const asked = draft.sections.flatMap((section) => section.items).find(({ code }) => code === condition.item);
  const whens = [...new Set([...whensOf(asked), condition.when])];
  return (
    <div className={classes['columns']}>
      <Select
        label={words.item}
        data={optionsWith(itemOptions(items), [condition.item])}
        value={condition.item === '' ? null : condition.item}
        onChange={(code) => {
          const [when = 'answer'] = whensOf(items.find((item) => item.code === code));
          set(place, blank(when, code ?? ''));
        }}
        allowDeselect={false}
        searchable
      />
      <Select
        label={words.when}
        data={whens.map((value) => ({ value, label: words.whens[value] }))}
        value={condition.when}
        onChange={(when) => {
          if (when !== null && when !== condition.when) set(place, blank(when, condition.item));
        }}
        allowDeselect={false}
      />
      <Wanted place={place} condition={condition} asked={asked} />
    </div>
  );
}

type WantedProps = { readonly place: Place; readonly condition: ConditionDraft; readonly asked: ItemDraft | undefined };

function Wanted({ place, condition, asked }: WantedProps): ReactNode {
  const { set } = useEditing();
  if (condition.when === 'number')
    return (
      <>
        <NumberMember place={inside(place, 'atLeast')} label={words.atLeast} />
        <NumberMember place={inside(place, 'below')} label={words.below} />
      </>
    );
  const values = inside(place, 'isOneOf');
  if (condition.when === 'answer') return <ManyMember place={values} label={words.isOneOf} options={ANSWERS} />;
  if (asked?.options !== undefined)
    return (
      <ManyMember
        place={values}
        label={words.isOneOf}
        options={asked.options.map(({ value, text }) => ({ value, label: text === '' ? value : text }))}
      />
    );
  return (
    <TagsInput label={words.typed} value={[...(condition.isOneOf ?? [])]} onChange={(next) => set(values, next)} />
  );
}
