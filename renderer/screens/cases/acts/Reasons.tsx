import type { ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import type { Refusal } from '#shared/case/judge.ts';

import classes from './acts.module.css';

/** Why a step is closed: each reason with its law and what to do. */
export function Reasons({ reasons }: { readonly reasons: readonly Refusal[] }): ReactNode {
  return (
    <ul className={classes['reasons']}>
      {reasons.map(({ code, article, subject }) => {
        const text = messageOf({ code, article: article || undefined, subject });
        return (
          <li key={`${code}${subject ?? ''}`}>
            {text.what}。{text.todo}
          </li>
        );
      })}
    </ul>
  );
}
