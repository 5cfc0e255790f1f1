import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Place } from '#shared/inspection/editing/place.ts';

import { faultWords, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { fieldOf, titleOf } from './titles.ts';
import { pageOf } from './work.ts';

/** Everything that is wrong; each leads to its field. */
export function Problems({
  hint,
  onGoTo,
}: {
  readonly hint: string;
  readonly onGoTo: (place: Place) => void;
}): ReactNode {
  const { draft, faults } = useEditing();
  return (
    <Panel title={words.problems(faults.length)}>
      <p className={classes['hint']}>{hint}</p>
      <ul className={classes['problems']} aria-label={words.problemsTitle}>
        {faults.map((fault) => {
          const field = fieldOf(fault.place);
          return (
            <li key={`${fault.code} ${fault.place} ${fault.subject}`}>
              <button type="button" className={classes['problem']} onClick={() => onGoTo(fault.place)}>
                <strong>{titleOf(draft, pageOf(fault.place))}</strong>
                <span>{`${field === '' ? '' : `${field}：`}${faultWords(fault)}`}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
