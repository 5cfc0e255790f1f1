import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { registerText as words } from '#renderer/app/language/zh/register.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { LoadingState } from '#renderer/components/states.tsx';
import { useNumberedCases, useRegister } from '#renderer/queries/register.ts';
import { sumsOf, type RegisterSums } from '#shared/documents/register.ts';

import { RegisterRow } from './RegisterRow.tsx';
import classes from './numbers.module.css';

/** Lines that are shown at a time. */
const PAGE = 100;

const SORTS = ['used', 'voided', 'free', 'lost', 'unknown'] as const satisfies readonly (keyof RegisterSums)[];

/** Sums of a series and its numbers, the latest first. */
export function Register({ series }: { readonly series: string }): ReactNode {
  const lines = useRegister(series);
  const [count, setCount] = useState(PAGE);
  const shown = (lines ?? []).toReversed().slice(0, count);
  const cases = useNumberedCases(shown);
  if (lines === undefined) return <LoadingState />;
  const sums = sumsOf(lines);
  return (
    <>
      <dl className={classes['sums']}>
        {SORTS.map((sort) => (
          <div key={sort} className={classes['sum']}>
            <dt>{words.sums[sort]}</dt>
            <dd>{sums[sort]}</dd>
          </div>
        ))}
      </dl>
      <Panel title={words.lines} flush>
        <ul className={classes['list']} aria-label={words.lines}>
          {shown.map((line) => (
            <RegisterRow
              key={line.is === 'spent' ? line.n : line.from}
              line={line}
              found={line.is === 'spent' ? cases.get(line.event) : undefined}
            />
          ))}
        </ul>
        {shown.length < lines.length && (
          <Button variant="subtle" fullWidth onClick={() => setCount(count + PAGE)}>
            {words.more}
          </Button>
        )}
      </Panel>
    </>
  );
}
