import type { Block } from '../formModel.ts';

import type { PaperSource } from './paper.ts';
import { row, rows, section, signed, caseRows, at, officerLine } from './pieces.ts';

/** How the minutes of a site and of an inquiry call the people. */
type Words = {
  readonly place: string;
  readonly person: string;
  readonly officer: string;
  readonly content: string;
  /** What the person writes under it by hand. */
  readonly confirmed: string;
};

/** 笔录: when, where, who, what was told beforehand, what was seen or said, and who signs (行政处罚法 §55). */
export function minutes(source: PaperSource<'record.made'>, words: Words, told: string): readonly Block[] {
  const { startedAt, endedAt, place, person, text, signature, refusalReason, witness, officer, second } =
    source.event.data;
  const refused = signature === 'refused';
  return [
    rows(
      ...caseRows(source),
      row('起止时间', `${at(startedAt)}至${at(endedAt)}`),
      row(words.place, place),
      row(words.person, person),
      row('记录人', officer.name),
    ),
    section('告知', told),
    section(words.content, text),
    ...(refused
      ? [rows(row('拒绝签名的理由', refusalReason), row('见证人', witness))]
      : [section('确认', `请${words.person}写明“${words.confirmed}”，并签名。`)]),
    signed(
      ...(refused ? [] : [[words.person] as const]),
      officerLine(words.officer, officer),
      officerLine(words.officer, second),
      ['见证人', refused ? (witness ?? '') : ''],
    ),
  ];
}

/** Certificates shown and rights told, by both officers by name. */
export function toldBy({ org, event }: PaperSource<'record.made'>): string {
  const { officer, second, certificatesShown } = event.data;
  const names = [officer, second].map(({ name, certificate }) => `${name}（执法证号${certificate}）`).join('、');
  const shown = certificatesShown ? '已经向你（单位）出示执法证件' : '未出示执法证件';
  return `本机关（${org.name}）执法人员${names}，${shown}。`;
}
