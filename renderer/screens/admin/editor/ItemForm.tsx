import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import type { ItemDraft } from '#shared/inspection/editing/draft.ts';
import { withKind, type ItemAt } from '#shared/inspection/editing/operations.ts';
import { inside, type Place } from '#shared/inspection/editing/place.ts';

import { OptionalCondition } from './ConditionFields.tsx';
import { KindFields } from './KindFields.tsx';
import { KindSelect } from './KindSelect.tsx';
import { useEditing } from './editing.ts';
import classes from './editor.module.css';
import { TextMember } from './fields.tsx';

type Props = { readonly place: Place; readonly at: ItemAt; readonly item: ItemDraft };

/** Everything that an item has. */
export function ItemForm({ place, at, item }: Props): ReactNode {
  const { draft, act } = useEditing();
  const before = draft.sections.flatMap(({ items }, section) =>
    section > at.section ? [] : section < at.section ? items : items.slice(0, at.item),
  );
  return (
    <div className={classes['form']}>
      <TextMember place={inside(place, 'text')} label={words.members.text} long />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" className={classes['line'] ?? ''}>
        <KindSelect value={item.kind} onChange={(kind) => act((list) => withKind(list, at, kind))} />
        <TextMember place={inside(place, 'code')} label={words.members.code} hint={words.hints.code} exactly={place} />
      </SimpleGrid>
      <TextMember place={inside(place, 'hint')} label={words.members.hint} optional long />
      <KindFields place={place} item={item} />
      <OptionalCondition place={inside(place, 'showIf')} toggle={words.condition.toggleItem} earlier={before} />
    </div>
  );
}
