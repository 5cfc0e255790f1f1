import { showAmount } from '#shared/programme/amount.ts';
import type { Indicator, Programme, ProgrammeRow, ServedBy } from '#shared/programme/programme.ts';

import { fileOf, programmes } from './planRefs.ts';

const WORDS: Readonly<Record<ServedBy, string>> = {
  ...{ checklist: 'checklist', register: 'register', indicator: 'indicator', matter: 'matters', document: 'document' },
  ...{ intake: 'intake', export: 'export', screen: 'screen', note: '' },
};

const SIGNS = { '>=': '≥ ', '<=': '≤ ', '->0': '→ ', bool: '', none: '' } as const;

/** The text of `docs/plan.md`. */
export function planText(): string {
  return [
    '# The year plan, row by row',
    '',
    'Written by `npx tsx scripts/generate/plan.ts` from `resources/catalogue/programmes`; a test compares. **Bold** rows are bold in the',
    'plan. _Pending_ is what a later step of the work builds. How numbers come about: [073](decisions/073-year-plan.md).',
    ...programmes.flatMap(sectionOf),
    '',
  ].join('\n');
}

function sectionOf(plan: Programme): readonly string[] {
  return [
    '',
    `## ${plan.name}`,
    '',
    '| # | Row | Target | How the app serves it |',
    '| --- | --- | --- | --- |',
    ...plan.rows.map((row) => lineOf(plan, row)),
    '',
    '### Indicators',
    '',
    '| Indicator | Target | Counted | From |',
    '| --- | --- | --- | --- |',
    ...plan.indicators.map(indicatorLine),
  ];
}

function lineOf(plan: Programme, { id, name, target, bold = false, serves }: ProgrammeRow): string {
  const mark = (text: string): string => (bold && text !== '' ? `**${text}**` : text);
  const served = serves.map(({ by, ref }) => servedText(plan, by, ref)).join('; ');
  return `| ${mark(id)} | ${mark(name)} | ${mark(target)} | ${served} |`;
}

function servedText(plan: Programme, by: ServedBy, ref: string): string {
  if (by === 'note') return ref;
  const file = by === 'indicator' ? `programmes/${String(plan.year)}.json` : fileOf(by, ref);
  const name = file === undefined ? `\`${ref}\`` : `[${ref}](../resources/catalogue/${file})`;
  return `${WORDS[by]} ${name}`;
}

function indicatorLine({
  id,
  name,
  unit,
  decimals,
  direction,
  target,
  aggregation,
  derived,
  dueOn,
}: Indicator): string {
  const by = dueOn === undefined ? '' : ` by ${dueOn}`;
  const yes = direction === 'bool' ? 'yes' : `${SIGNS[direction]}${showAmount(target ?? 0, decimals)} ${unit}`.trim();
  const from = derived === undefined ? 'entered by hand, with its report' : derivedText(derived);
  return `| \`${id}\` ${name} | ${target === undefined ? 'none' : `${yes}${by}`} | ${aggregation} | ${from} |`;
}

function derivedText(derived: NonNullable<Indicator['derived']>): string {
  if (derived.from === 'demolitions') return 'accepted cases of illegal structures';
  if (derived.from === 'inspections') return `inspections that prove \`${derived.measure}\``;
  return `register \`${derived.register}\`${derived.field === undefined ? '' : `, its \`${derived.field}\``}`;
}
