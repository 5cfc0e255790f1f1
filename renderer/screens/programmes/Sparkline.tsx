import type { ReactNode } from 'react';

import classes from './programmes.module.css';

const BAR = 8;
const GAP = 3;
const HEIGHT = 36;
const LEAST = 2;

type Props = {
  /** Twelve months; what has no data leaves a gap. */
  readonly months: readonly (number | undefined)[];
  /** What it shows, in words. */
  readonly label: string;
};

/** Months as bars, with what they say in words. */
export function Sparkline({ months, label }: Props): ReactNode {
  const most = Math.max(1, ...months.map((value) => value ?? 0));
  const width = months.length * (BAR + GAP) - GAP;
  return (
    <svg className={classes['spark']} role="img" aria-label={label} width={width} height={HEIGHT}>
      <line x1={0} x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className={classes['axis']} />
      {months.map((value, index) => {
        if (value === undefined) return null;
        const height = Math.max(LEAST, Math.round((value / most) * (HEIGHT - LEAST)));
        const key = String(index);
        return <rect key={key} x={index * (BAR + GAP)} y={HEIGHT - height} width={BAR} height={height} rx={1} />;
      })}
    </svg>
  );
}
