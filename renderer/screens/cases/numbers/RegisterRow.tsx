import { Checkbox } from '@mantine/core';
import { useId, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { printingText } from '#renderer/app/language/zh/printing.ts';
import { registerText as words } from '#renderer/app/language/zh/register.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge, type Tone } from '#renderer/components/StatusBadge.tsx';
import type { NumberedCase } from '#renderer/queries/register.ts';
import { printSums } from '#shared/case/prints.ts';
import type { RegisterLine } from '#shared/documents/register.ts';

import classes from './numbers.module.css';

type Spent = Extract<RegisterLine, { readonly is: 'spent' }>;
type Unspent = Extract<RegisterLine, { readonly is: 'unspent' }>;
type Said = { readonly tone: Tone; readonly badge: string; readonly text: string };

/** `onChoose`: absent for what cannot be printed from here. */
type Props = {
  readonly line: RegisterLine;
  readonly found: NumberedCase | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (() => void) | undefined;
};

/** One line: a number with its case, or a run of numbers with the reason why they are on no document. */
export function RegisterRow({ line, found, isChosen, onChoose }: Props): ReactNode {
  const id = useId();
  if (line.is === 'unspent') {
    const said = unspent(line);
    return <Line title={words.run(line.from, line.to)} said={said} />;
  }
  const title = found?.document?.number ?? words.number(line.n);
  const said = spent(line, found);
  if (found === undefined) return <Line title={title} said={said} />;
  const badge = <StatusBadge tone={said.tone}>{said.badge}</StatusBadge>;
  const tick = onChoose && (
    <label className={classes['tick']} htmlFor={id}>
      <Checkbox id={id} aria-label={printingText.choose(title)} checked={isChosen} onChange={onChoose} />
    </label>
  );
  return <LinkRow href={`/cases/${found.id}`} title={title} text={said.text} aside={badge} before={tick} />;
}

function Line({ title, said }: { readonly title: string; readonly said: Said }): ReactNode {
  return (
    <li className={classes['line']}>
      <span className={classes['main']}>
        <span className={classes['title']}>{title}</span>
        <span className={classes['text']}>{said.text}</span>
      </span>
      <StatusBadge tone={said.tone}>{said.badge}</StatusBadge>
    </li>
  );
}

function spent({ voided }: Spent, found: NumberedCase | undefined): Said {
  const badge = voided ? words.voided : words.used;
  const document = found?.document;
  const prints = printSums(document?.prints);
  const text =
    found === undefined
      ? words.elsewhere
      : [
          found.title,
          document === undefined ? words.noDocument : showInstant(document.issuedAt),
          ...(document?.voided === undefined ? [] : [document.voided]),
          ...(prints === undefined ? [] : [printingText.printed(prints.copies, showInstant(prints.lastAt))]),
        ].join(' · ');
  return { tone: voided ? 'bad' : 'good', badge, text };
}

function unspent(line: Unspent): Said {
  switch (line.why) {
    case 'free':
      return { tone: 'neutral', badge: words.free, text: words.freeText(line.device) };
    case 'closed':
      return { tone: 'warn', badge: words.closed, text: words.closedText(line.device, line.reason) };
    case 'burned':
      return { tone: 'warn', badge: words.burned, text: words.burnedText(line.device) };
    case 'below_floor':
      return { tone: 'warn', badge: words.below, text: words.belowText };
    case 'unknown':
      return { tone: 'bad', badge: words.unknown, text: words.unknownText };
  }
}
