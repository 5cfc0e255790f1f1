import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import type { ItemDraft } from '#shared/inspection/editing/draft.ts';
import { withJudging } from '#shared/inspection/editing/operations.ts';
import { inside, type Place } from '#shared/inspection/editing/place.ts';

import { errorAt, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { Flag, FlagMember, ManyMember, NumberMember, TextMember } from './fields.tsx';
import { matterOptions } from './options.ts';

type Props = { readonly place: Place; readonly item: ItemDraft };

/** What is measured: in what, within which limits, and whether it fails outside of what is in order. */
export function NumberFields({ place, item }: Props): ReactNode {
  const { act, catalogue, faults } = useEditing();
  const isJudged = item.matters !== undefined;
  const normal = inside(place, 'normal');
  const error = errorAt(faults, normal);
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <TextMember place={inside(place, 'unit')} label={words.members.unit} />
        <NumberMember place={inside(place, 'decimals')} label={words.members.decimals} whole />
        <NumberMember place={inside(place, 'min')} label={words.members.min} />
        <NumberMember place={inside(place, 'max')} label={words.members.max} />
      </SimpleGrid>
      <fieldset className={classes['group']} data-place={normal}>
        <legend>{words.members.normal}</legend>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <NumberMember place={inside(normal, 'min')} label={words.members.normalMin} />
          <NumberMember place={inside(normal, 'max')} label={words.members.normalMax} />
        </SimpleGrid>
        {error !== undefined && <p className={classes['error']}>{error}</p>}
        <Flag
          label={words.members.judged}
          checked={isJudged}
          onChange={(checked) => act((draft) => withJudging(draft, place, checked))}
        />
        {isJudged && (
          <>
            <ManyMember
              place={inside(place, 'matters')}
              label={words.members.matters}
              hint={words.hints.matters}
              options={matterOptions(catalogue)}
            />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <NumberMember place={inside(place, 'weight')} label={words.members.weight} whole />
              <FlagMember
                place={inside(place, 'photoRequiredWhenFailed')}
                label={words.members.photoRequiredWhenFailed}
              />
            </SimpleGrid>
          </>
        )}
      </fieldset>
    </>
  );
}
