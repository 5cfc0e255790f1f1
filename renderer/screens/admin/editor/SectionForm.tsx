import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import type { SectionDraft } from '#shared/inspection/editing/draft.ts';
import { inside, type Place } from '#shared/inspection/editing/place.ts';

import { OptionalCondition } from './ConditionFields.tsx';
import { errorAt, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { Flag, NumberMember, TextMember } from './fields.tsx';

type Props = { readonly place: Place; readonly at: number; readonly section: SectionDraft };

/** What a section has beside its items. */
export function SectionForm({ place, at, section }: Props): ReactNode {
  const { draft, set, faults } = useEditing();
  const repeat = inside(place, 'repeat');
  const before = draft.sections.slice(0, at).flatMap(({ items }) => items);
  const empty = errorAt(
    faults.filter((fault) => fault.place === inside(place, 'items')),
    place,
  );
  return (
    <div className={classes['form']}>
      {empty !== undefined && <p className={classes['error']}>{empty}</p>}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <TextMember place={inside(place, 'name')} label={words.members.name} />
        <TextMember place={inside(place, 'id')} label={words.members.id} exactly={place} />
      </SimpleGrid>
      <NumberMember
        place={inside(place, 'maxDeduction')}
        label={words.members.maxDeduction}
        hint={words.hints.maxDeduction}
        whole
      />
      <fieldset className={classes['group']}>
        <legend>{words.members.repeat}</legend>
        <Flag
          label={words.members.repeat}
          hint={words.hints.repeat}
          checked={section['repeat'] !== undefined}
          onChange={(checked) => set(repeat, checked ? { noun: '处', max: 10 } : undefined)}
        />
        {section['repeat'] !== undefined && (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
            <TextMember place={inside(repeat, 'noun')} label={words.members.noun} />
            <NumberMember place={inside(repeat, 'max')} label={words.members.most} whole />
          </SimpleGrid>
        )}
      </fieldset>
      <OptionalCondition place={inside(place, 'showIf')} toggle={words.condition.toggleSection} earlier={before} />
    </div>
  );
}
