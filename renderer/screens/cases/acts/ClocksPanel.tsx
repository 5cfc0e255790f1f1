import type { ReactNode } from 'react';

import { fileText } from '#renderer/app/language/zh/files.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { runningClocks, type Clock } from '#shared/case/clocks.ts';
import { lateFineOf, type Lateness } from '#shared/case/lateFine.ts';
import { DEADLINES } from '#shared/deadlines/deadlines.ts';

import classes from './acts.module.css';
import { clockName, clockTone, daysUntil, surchargeWords } from './clockTone.ts';

const words = fileText.clocks;
/** Every period that runs in the file, those due first in front, with its law. */
export function ClocksPanel({ row }: { readonly row: CaseRow }): ReactNode {
  const today = useToday();
  const clocks = runningClocks(row, today, useCatalogue()?.calendar);
  return (
    <Panel title={words.title} flush>
      <ul className={classes['steps']} aria-label={words.title}>
        {clocks.length === 0 && <li className={classes['step']}>{words.none}</li>}
        {clocks.map((clock) => (
          <ClockLine
            key={`${clock.id}${String(clock.instalment?.no ?? '')}`}
            clock={clock}
            today={today}
            late={lateFineOf(row, clock, today)}
          />
        ))}
      </ul>
    </Panel>
  );
}

function ClockLine({
  clock,
  today,
  late,
}: {
  readonly clock: Clock;
  readonly today: string;
  readonly late: Lateness | undefined;
}): ReactNode {
  const { id, dueOn, rawOn, provisional } = clock;
  const notes = [
    dueOn === undefined ? words.resting : words.due(dueOn),
    rawOn !== undefined && dueOn !== undefined && rawOn !== dueOn ? words.rolled(rawOn) : '',
    provisional && DEADLINES[id].rolls !== false ? words.provisional : '',
    DEADLINES[id].article,
  ];
  return (
    <li className={classes['step']} data-clock={id}>
      <div className={classes['stepText']}>
        <div className={classes['stepTitle']}>{clockName(clock)}</div>
        {late !== undefined && <div>{surchargeWords(late)}</div>}
        <div className={classes['soft']}>{notes.filter((note) => note !== '').join(' · ')}</div>
      </div>
      {dueOn !== undefined && (
        <StatusBadge tone={clockTone(clock, today)}>{words.left(daysUntil(dueOn, today))}</StatusBadge>
      )}
    </li>
  );
}
