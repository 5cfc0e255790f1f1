import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { discretionText as words } from '#renderer/app/language/zh/discretion.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { findMatter } from '#shared/catalogue/findMatter.ts';
import type { EarlierCase } from '#shared/catalogue/firstOffence.ts';
import type { Matter } from '#shared/catalogue/matter.ts';
import type { Party } from '#shared/events/party.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';

import { EarlierCaseList } from './EarlierCases.tsx';
import { FineProposalBox } from './FineProposalBox.tsx';
import { FineRanges, TierButtons } from './FineRanges.tsx';
import classes from './acts.module.css';
import { discretionOf, fineOptions, withFine, withReasons, withTier, type PastCase } from './discretion.ts';
import type { ActForm } from './useActForm.ts';
import { countOfMatter, useEarlierCases } from './useEarlierCases.ts';

/** Acts that set an amount, and the member that holds it. */
const FINE_MEMBERS: Readonly<Record<string, string>> = { 'case.investigated': 'proposal', 'case.decided': 'penalty' };

/** The member with the fine of an act that is helped with; undefined for other acts. */
export function fineMember(act: string): string | undefined {
  return Object.hasOwn(FINE_MEMBERS, act) ? FINE_MEMBERS[act] : undefined;
}

type Props = {
  readonly row: CaseRow;
  readonly matters: readonly Matter[];
  readonly form: Pick<ActForm, 'values' | 'change'>;
  /** See `fineMember`. */
  readonly member: string;
};

/**
 * 裁量参考 beside a form that sets an amount: the range by law, its thirds, earlier cases of the party, and a proposed
 * amount with its reasons. It proposes; nothing is filled in without a tap.
 */
export function DiscretionHelp(props: Props): ReactNode {
  const [isOpen, setOpen] = useState(true);
  return (
    <details open={isOpen} className={classes['help']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes['helpTitle']}>{words.title}</summary>
      {isOpen && <Content {...props} />}
    </details>
  );
}

function Content(props: Props): ReactNode {
  const { row, matters } = props;
  const on = chinaDateOf(Date.parse(row.foundAt));
  // The catalogue as it holds on the day of the act, as the command asks it (行政处罚法 §37).
  const matter = findMatter(matters, row.file?.matter?.code ?? '', on);
  const party = row.file?.party;
  if (matter === undefined) return <Text c="dimmed">{words.noMatter}</Text>;
  return party === undefined ? (
    <Help {...props} matter={matter} party={undefined} earlier={undefined} />
  ) : (
    <WithEarlier {...props} matter={matter} party={party} on={on} />
  );
}

type Known = Props & { readonly matter: Matter };

function WithEarlier(props: Known & { readonly party: Party; readonly on: string }): ReactNode {
  const earlier = useEarlierCases({ party: props.party, on: props.on, except: props.row.id });
  return <Help {...props} earlier={earlier} />;
}

type HelpProps = Known & {
  readonly party: Party | undefined;
  readonly earlier: readonly EarlierCase<PastCase>[] | undefined;
};

function Help({ row, matter, party, earlier, form, member }: HelpProps): ReactNode {
  const kind = party?.kind ?? 'sole_trader';
  const soleTraderAs = useCatalogue()?.settings.soleTraderAs;
  const options = fineOptions(matter, { kind, soleTraderAs, costFen: row.file?.structure?.costFen });
  const [picked, setPicked] = useState<number>();
  const known = options.findIndex(({ range }) => range.ok);
  // One fine is meant without asking; of several the officer says which.
  const index = picked ?? (options.length === 1 ? 0 : -1);
  const range = options[index]?.range;
  const discretion = form.values['discretion'];
  return (
    <div className={classes['stack']}>
      <Text c="dimmed">{words.note}</Text>
      <FineRanges options={options} picked={index} onPick={setPicked} />
      {kind === 'sole_trader' && known >= 0 && <div className={classes['soft']}>{words.soleTrader}</div>}
      {range?.ok === true && (
        <TierButtons
          range={range.value}
          tier={discretionOf(discretion).tier}
          onPick={(tier) => form.change('discretion', (before) => withTier(before, tier), 'now')}
        />
      )}
      <section aria-label={words.earlier.title}>
        <div className={classes['label']}>{words.earlier.title}</div>
        {party === undefined ? (
          <Text c="dimmed">{words.earlier.noParty}</Text>
        ) : (
          <EarlierCaseList earlier={earlier} matter={matter.code} />
        )}
      </section>
      {range?.ok === true && earlier !== undefined && (
        <FineProposalBox
          row={row}
          range={range.value}
          penalty={form.values[member]}
          discretion={discretion}
          earlierCases={countOfMatter(earlier, matter.code)}
          onTake={(fineFen, text) => {
            form.change(member, (before) => withFine(before, fineFen), 'now');
            form.change('discretion', (before) => withReasons(before, text), 'now');
          }}
        />
      )}
    </div>
  );
}
