import type { ReactNode } from 'react';

import { goToItem } from '#renderer/app/checklist/goToItem.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import type { Problem } from '#shared/inspection/check.ts';
import type { PlacedItem } from '#shared/inspection/visible.ts';

import classes from './ProblemList.module.css';

const words = inspectionsText.form;

type Props = { readonly problems: readonly Problem[]; readonly items: readonly PlacedItem[] };

/** What still stands against submitting; each line leads to its item. */
export function ProblemList({ problems, items }: Props): ReactNode {
  if (problems.length === 0) return null;
  return (
    <section className={classes['box']} role="alert">
      <h2 className={classes['title']}>{words.problemsTitle(problems.length)}</h2>
      <p className={classes['hint']}>{words.problemsHint}</p>
      <ul className={classes['list']}>
        {problems.map((problem) => {
          const found = items.find(({ item, entry }) => item.code === problem.item && entry === problem.entry);
          const what = words.problems[problem.code];
          return (
            <li key={`${problem.item ?? ''}#${String(problem.entry)}${problem.code}`}>
              {found === undefined ? (
                <span>{what}</span>
              ) : (
                <button
                  type="button"
                  className={classes['link']}
                  onClick={() => goToItem({ item: found.item.code, entry: found.entry })}
                >
                  {`${words.mark(found.item.code, found.entry)} ${found.item.text}：${what}`}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
