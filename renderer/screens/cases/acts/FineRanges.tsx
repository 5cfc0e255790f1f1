import type { ReactNode } from 'react';

import { discretionText as words } from '#renderer/app/language/zh/discretion.ts';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { TIERS, tiers, type FenRange, type Tier } from '#shared/catalogue/penaltyRange.ts';

import classes from './acts.module.css';
import type { FineOption } from './discretion.ts';

type Props = {
  readonly options: readonly FineOption[];
  /** The one that is meant; -1 when nobody has said so. */
  readonly picked: number;
  readonly onPick: (index: number) => void;
};

/** 法定幅度: the fines by law with their conditions; of several one is picked. */
export function FineRanges({ options, picked, onPick }: Props): ReactNode {
  const title = options.length > 1 ? words.ranges : words.range;
  return (
    <section aria-label={title}>
      <div className={classes['label']}>{title}</div>
      {options.length === 0 && <div>{words.refusals.no_fine}</div>}
      {options.length === 1 && options.map((option) => <Range key="only" option={option} />)}
      {options.length > 1 && (
        <div className={classes['choices']}>
          {options.map((option, index) => (
            <button
              key={String(index)}
              type="button"
              aria-pressed={index === picked}
              className={classes['choice']}
              onClick={() => onPick(index)}
            >
              <Range option={option} />
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

function Range({ option: { fine, range } }: { readonly option: FineOption }): ReactNode {
  const { kind, onlyIf, minPermille = 0, maxPermille } = fine;
  return (
    <span className={classes['lines']}>
      {onlyIf !== undefined && <span>{onlyIf}</span>}
      {kind === 'fine_permille' && maxPermille !== undefined && <span>{words.permille(minPermille, maxPermille)}</span>}
      <strong>{range.ok ? words.bounds(range.value) : words.refusals[range.error]}</strong>
      {range.ok && range.value.amount !== 'verified' && <StatusBadge tone="warn">{words.unverified}</StatusBadge>}
    </span>
  );
}

type TierProps = { readonly range: FenRange; readonly tier: Tier; readonly onPick: (tier: Tier) => void };

/** The three grades with their part of the range; pressing one fills it in. */
export function TierButtons({ range, tier, onPick }: TierProps): ReactNode {
  const thirds = tiers(range);
  return (
    <section aria-label={words.tiers}>
      <div className={classes['label']}>{words.tiers}</div>
      <div className={classes['tiers']}>
        {TIERS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === tier}
            className={classes['choice']}
            onClick={() => onPick(one)}
          >
            <span className={classes['lines']}>
              <strong>{words.tier[one]}</strong>
              <span>{words.bounds(thirds[one])}</span>
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
