import type { ReactNode } from 'react';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { compareChecklists, type ChangedMember } from '#shared/inspection/compare.ts';

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
          {`${name} ${text}${words.members(members.map(memberChange))}`}
        </li>
      ))}
    </ul>
  );
}

/** What a member was and is; of one that is no plain value only that it is another. */
function memberChange({ member, before, after }: ChangedMember): string {
  const name = memberWord(member) ?? member;
  const [was, is] = [before, after].map(plain);
  return was === undefined || is === undefined ? name : words.change(name, was, is);
}

function plain(value: unknown): string | undefined {
  if (value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) return undefined;
  return value.length === 0 ? words.nothing : value.join('、');
}
