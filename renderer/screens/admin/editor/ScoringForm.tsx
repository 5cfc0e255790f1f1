import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { inside } from '#shared/inspection/editing/place.ts';

import { RowsEditor } from './RowsEditor.tsx';
import { errorAt, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { NumberMember, PickMember, TextMember } from './fields.tsx';
import { optionsIn } from './options.ts';

const FACTORS = 'scoring.severityFactor';

/** How a checklist is scored: points, factors, what a failure put right at once costs, and the bands. */
export function ScoringForm(): ReactNode {
  const { faults } = useEditing();
  const order = errorAt(
    faults.filter(({ place }) => place === FACTORS),
    FACTORS,
  );
  return (
    <div className={classes['form']}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <NumberMember place="scoring.basePoints" label={words.members.basePoints} whole />
        <NumberMember place="scoring.vetoMaxPoints" label={words.members.vetoMaxPoints} whole />
        <NumberMember
          place="scoring.fixedOnSitePercent"
          label={words.members.fixedOnSitePercent}
          hint={words.hints.fixedOnSitePercent}
          whole
        />
      </SimpleGrid>
      <fieldset className={classes['group']} data-place={FACTORS}>
        <legend>{words.members.severityFactor}</legend>
        <SimpleGrid cols={3} spacing="md">
          <NumberMember place={inside(FACTORS, 'minor')} label={words.members.minor} whole />
          <NumberMember place={inside(FACTORS, 'normal')} label={words.members.normalFactor} whole />
          <NumberMember place={inside(FACTORS, 'severe')} label={words.members.severe} whole />
        </SimpleGrid>
        {order !== undefined && <p className={classes['error']}>{order}</p>}
      </fieldset>
      <RowsEditor
        {...{ place: 'scoring.bands', title: words.members.bands, hint: words.hints.bands, add: words.add.band }}
        fresh={() => ({ id: 'good', name: '' })}
        row={(place, at) => (
          <>
            <NumberMember place={inside(place, 'from')} label={words.members.bandFrom(at + 1)} exactly={place} whole />
            <PickMember
              place={inside(place, 'id')}
              label={words.members.bandId(at + 1)}
              options={optionsIn(words.bandIds)}
            />
            <TextMember place={inside(place, 'name')} label={words.members.bandName(at + 1)} />
          </>
        )}
      />
    </div>
  );
}
