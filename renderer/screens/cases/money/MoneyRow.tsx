import type { ReactNode } from 'react';

import { moneyText as words } from '#renderer/app/language/zh/money.ts';
import { showYuan } from '#renderer/app/language/zh/yuan.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';

import type { MoneyLine } from './ledger.ts';
import classes from './money.module.css';

type Props = { readonly line: MoneyLine; readonly person: string };

/** A payment: how much, by which receipt, and where its money is. */
export function MoneyRow({ line, person }: Props): ReactNode {
  const { caseId, title, amountFen, receipt, way, on, place, dueOn, late, doubled } = line;
  const due = dueOn === undefined ? '' : ` · ${late ? words.late(dueOn) : words.due(dueOn)}`;
  return (
    <LinkRow
      href={`/cases/${caseId}`}
      title={
        <span className={classes['title']}>
          <span className={classes['amount']}>{showYuan(amountFen)}</span>
          {title}
        </span>
      }
      text={`${words.text(receipt, words.ways[way], on, person)}${due}`}
      aside={
        <>
          {doubled && <StatusBadge tone="bad">{words.doubled}</StatusBadge>}
          <StatusBadge tone={late ? 'bad' : place === 'bank' ? 'good' : 'warn'}>{words.places[place]}</StatusBadge>
        </>
      }
    />
  );
}
