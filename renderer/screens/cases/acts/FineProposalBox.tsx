import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { discretionText as words, fineReasonText, proposalText } from '#renderer/app/language/zh/discretion.ts';
import { showYuan } from '#renderer/app/language/zh/yuan.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { tiers, type FineRange } from '#shared/catalogue/penaltyRange.ts';

import classes from './acts.module.css';
import { discretionOf, isFilledIn, proposalFor, wasCorrected } from './discretion.ts';

const CORRECTED = (['yes', 'no'] as const).map((value) => ({ value, label: words.correctedChoices[value] }));
const HARMS = (['none', 'slight', 'grave'] as const).map((value) => ({ value, label: words.harms[value] }));

type Props = {
  readonly row: CaseRow;
  readonly range: FineRange;
  /** Penalty and discretion as they are typed. */
  readonly penalty: unknown;
  readonly discretion: unknown;
  /** Of the same matter. */
  readonly earlierCases: number;
  readonly onTake: (fineFen: number, text: string) => void;
};

/** A proposed amount with its reasons; one tap fills both in. What is not known (harm) may be said, and need not. */
export function FineProposalBox({ row, range, penalty, discretion, earlierCases, onTake }: Props): ReactNode {
  const [correctedInTime, setCorrected] = useState(() => wasCorrected(row));
  const [harm, setHarm] = useState<'none' | 'slight' | 'grave'>();
  const proposal = proposalFor(discretion, { range, earlierCases, correctedInTime, harm });
  const { tier } = discretionOf(discretion);
  const isNone = proposal.reasons.includes('no_penalty_slight');
  const text = proposalText({ range, third: tiers(range)[tier], tier, ...proposal });
  const isTaken = isFilledIn({ penalty, discretion }, proposal.fineFen, text);
  return (
    <section aria-label={words.proposal} className={classes['stack']}>
      <div>
        <div className={classes['label']} aria-hidden>
          {words.corrected}
        </div>
        <BigChoice
          label={words.corrected}
          options={CORRECTED}
          value={correctedInTime === undefined ? undefined : correctedInTime ? 'yes' : 'no'}
          onChange={(value) => setCorrected(value === 'yes')}
        />
      </div>
      <div>
        <div className={classes['label']} aria-hidden>
          {words.harm}
        </div>
        <BigChoice label={words.harm} options={HARMS} value={harm} onChange={setHarm} />
      </div>
      <div role="status">
        <div className={classes['amount']}>
          {isNone ? words.noPenalty : `${words.proposal} ${showYuan(proposal.fineFen)}`}
        </div>
        <ul className={classes['reasons']}>
          {proposal.reasons.map((reason) => (
            <li key={reason}>{fineReasonText(reason)}</li>
          ))}
        </ul>
        {isNone && <div className={classes['soft']}>{words.noPenaltyHint}</div>}
      </div>
      {!isNone && (
        <Button variant="default" disabled={isTaken} onClick={() => onTake(proposal.fineFen, text)}>
          {isTaken ? words.taken : words.take}
        </Button>
      )}
    </section>
  );
}
