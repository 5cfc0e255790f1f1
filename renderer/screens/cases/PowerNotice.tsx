import type { ReactNode } from 'react';

import { fileText } from '#renderer/app/language/zh/files.ts';

import classes from './cases.module.css';

const words = fileText.power;

type Props = {
  /** Names of the organisations that have the power; `undefined`: the own one has it, and nothing is shown. */
  readonly others: readonly string[] | undefined;
  /** What can be done here all the same: record the clue, file nothing, or nothing at all. */
  readonly step: 'clue' | 'filing' | 'opening';
};

/** Says that the matter is not the organisation's here, whose it is, and what to do (行政处罚法 §22, §25). */
export function PowerNotice({ others, step }: Props): ReactNode {
  if (others === undefined) return null;
  return (
    <section className={classes['notice']} data-tone={step === 'clue' ? 'warn' : 'bad'} role="status">
      <h2 className={classes['noticeTitle']}>{words.title}</h2>
      <p>{others.length === 0 ? words.nobody : words.competent(others)}</p>
      <p>{words.todo[step]}</p>
    </section>
  );
}
