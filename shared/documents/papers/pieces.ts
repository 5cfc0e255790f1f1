import type { OrgCard } from '../../access/directory.ts';
import type { Officer } from '../../events/fields.ts';
import { chinaDateOf, formatChinaDate, formatChinaInstant } from '../../kernel/chinaTime.ts';
import { filled, linesOf, type FormRow } from '../form.ts';
import type { Block, FormModel } from '../formModel.ts';
import { partyRows } from '../party.ts';

import type { PaperSource } from './paper.ts';

/** Room to write in: a wide space, because a value that is empty or thin counts as forgotten. */
const BLANK = '　';

const DATE_BY_HAND = '　　　年　　月　　日';

/** What every paper begins and ends with: what it is, of whom, and of when. */
export function frameOf(
  paper: Pick<FormModel, 'kind' | 'title'> & { readonly template: number; readonly eachPage?: string },
  org: OrgCard,
  madeAt: string,
): Omit<FormModel, 'blocks'> {
  const { kind, title, template, eachPage = '' } = paper;
  return {
    ...{ schema: 'xunzhi.form.v1', kind, template: `${kind}.${String(template)}` },
    ...{ org: org.org, agency: filled(org.name), title, madeAt, eachPage, endMark: '（以下空白）' },
  };
}

/** A ruled block of labels and values. */
export function rows(...all: readonly FormRow[]): Block {
  return { is: 'rows', rows: [...all] };
}

/** One row; what is not known is crossed out. */
export function row(label: string, value: string | undefined): FormRow {
  return { label, value: filled(value) };
}

/** A row that is written in by hand: no record says it, and it may well apply. */
export function byHand(label: string): FormRow {
  return { label, value: BLANK };
}

/** A headed text of as many paragraphs as it has lines; crossed out where it says nothing. */
export function section(heading: string, text: string | undefined): Block {
  const lines = linesOf(text ?? '');
  const paragraphs = lines.length === 0 ? [filled(undefined)] : lines;
  return { is: 'section', section: { heading, paragraphs, items: [], emphasis: false } };
}

/** Lines to be signed by hand, each with a date to fill; a label with `：` after which something is printed already. */
export function signed(...lines: readonly (readonly [label: string, printed?: string])[]): Block {
  return {
    is: 'hand',
    lines: lines.map(([label, printed = '']) => ({ label, printed, date: DATE_BY_HAND })),
  };
}

/** An officer with the certificate. */
export function officerText({ name, certificate }: Officer): string {
  return `${name}（${certificate}）`;
}

/** A line that an officer signs. */
export function officerLine(label: string, officer: Officer): readonly [string, string] {
  return [label, officerText(officer)];
}

/** 案由 and the party's block. */
export function caseRows({ state, address }: PaperSource): readonly FormRow[] {
  return [row('案由', state.title), ...partyRows({ party: state.file?.party, site: state.site, address })];
}

/** An instant in China's time. */
export function at(iso: string): string {
  return formatChinaInstant(Date.parse(iso));
}

/** The day of an instant in China's time. */
export function on(iso: string): string {
  return formatChinaDate(chinaDateOf(Date.parse(iso)));
}

/** Opinions as they were given in the app, in order: step, words, who, when. */
export function opinions(source: PaperSource, given: readonly Opinion[]): Block {
  return {
    is: 'grid',
    columns: ['环节', '意见', '姓名', '日期'],
    shares: [1, 4, 2, 3],
    rows: given.map(({ step, text, by, wallAt }) => [step, filled(text), source.nameOf(by), on(wallAt)]),
  };
}

/** What somebody decided or said about the case. */
export type Opinion = {
  readonly step: string;
  readonly text: string | undefined;
  readonly by: string;
  readonly wallAt: string;
};
