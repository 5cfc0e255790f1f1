import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { inside } from '#shared/inspection/editing/place.ts';

import { ConditionFields } from './ConditionFields.tsx';
import { RowsEditor } from './RowsEditor.tsx';
import { errorAt, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { ManyMember, PickMember } from './fields.tsx';
import { itemOptions, measureOptions } from './options.ts';

/** What records of the checklist count for in the year plan. */
export function ProofsForm(): ReactNode {
  const { draft, catalogue, faults } = useEditing();
  const items = draft.sections.flatMap((section) => section.items);
  const numbers = items.filter(({ kind }) => kind === 'number');
  const photographed = items.filter(({ kind }) => kind === 'photo' || kind === 'check');
  return (
    <div className={classes['form']}>
      <RowsEditor
        {...{ place: 'proofs', title: words.members.proofs, hint: words.hints.proofs, add: words.add.proof }}
        optional
        fresh={() => ({ measure: '', when: { when: 'answer', item: '', isOneOf: [] } })}
        row={(place) => (
          <div className={classes['form']}>
            <PickMember
              place={inside(place, 'measure')}
              label={words.members.measure}
              options={measureOptions(catalogue)}
            />
            <div data-place={inside(place, 'when')}>
              <p className={classes['subhead']}>{words.members.when}</p>
              <ConditionFields place={inside(place, 'when')} items={items} />
              <When error={errorAt(faults, inside(place, 'when'))} />
            </div>
            <PickMember
              place={inside(place, 'amount')}
              label={words.members.amount}
              hint={words.hints.amount}
              options={itemOptions(numbers)}
              optional
            />
            <ManyMember
              place={inside(place, 'photos')}
              label={words.members.photos}
              hint={words.hints.photos}
              options={itemOptions(photographed)}
              optional
            />
          </div>
        )}
      />
    </div>
  );
}

function When({ error }: { readonly error: string | undefined }): ReactNode {
  return error === undefined ? null : <p className={classes['error']}>{error}</p>;
}
