import type { ReactNode } from 'react';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { compareChecklists } from '#shared/inspection/compare.ts';

import { memberWord } from './editor/titles.ts';

type Props = { readonly before: Checklist; readonly after: Checklist; readonly label?: string };

/** What is different between two versions, line by line. */
export function ChecklistChanges({ before, after, label = words.compare }: Props): ReactNode {
  const changes = compareChecklists(before, after);
  if (changes.length === 0) return <p>{words.same}</p>;
  return (
    <ul aria-label={label}>
      {changes.map(({ kind, of, name, text, members }) => (
        <li key={`${of} ${name}`}>
          <strong>{`${words.kinds[kind]}${words.parts[of]}`}</strong>{' '}
          {`${name} ${text}${words.members(members.map((member) => memberWord(member) ?? member))}`}
        </li>
      ))}
    </ul>
  );
}
