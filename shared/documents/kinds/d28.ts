import type { DocumentDefinition } from '../definition.ts';
import { atKnown } from '../fileWording.ts';
import { filled, linesOf } from '../form.ts';
import { FACTS } from '../parts.ts';
import type { SheetInput } from '../sheetInput.ts';
import type { SheetList } from '../sheetModel.ts';
import { ACL } from '../statutes.ts';

/** 材料清单, in the order of 行政强制法 §55. */
function papersOf({ of, number }: SheetInput): SheetList {
  const papers: readonly (readonly [string, string | undefined])[] = [
    ['强制执行申请书', number],
    ['行政处罚决定书及作出决定的事实、理由和依据（案卷材料）', of?.decision?.number],
    ['决定书的送达回证', of?.decision?.number],
    ['当事人的意见（陈述申辩笔录或者没有意见的说明）', undefined],
    ['催告书及送达回证', of?.urging?.number],
    ['申请强制执行标的情况', undefined],
    ['法律、行政法规规定的其他材料', undefined],
  ];
  return {
    heading: '申请强制执行材料清单',
    columns: ['序号', '材料名称', '文号', '份数'],
    shares: [3, 14, 12, 4],
    rows: papers.map(([name, no], index) => [String(index + 1), name, filled(no), '']),
    note: '（份数由经办人清点后填写，以下空白）',
  };
}

/** 强制执行申请书: signed by the head, with seal and date, and the list of papers (行政强制法 §53-55). */
export const D28: DocumentDefinition = {
  kind: 'D28',
  template: 1,
  title: '强制执行申请书',
  abbreviation: '强申',
  procedural: true,
  copies: ['archive', 'court'],
  missing: ({ of }) =>
    of?.court === undefined || of.decision?.served === undefined || of.urging?.served === undefined
      ? 'no_record'
      : undefined,
  glance: ({ of }) => [{ label: '受理法院', value: filled(of?.court?.court) }],
  parts: [
    {
      heading: '申请事项',
      bold: true,
      text: ({ of, text }) => [
        `申请人民法院强制执行本机关对当事人（被申请人）作出的${filled(of?.decision?.number)}行政处罚决定。`,
        ...linesOf(text),
      ],
    },
    FACTS,
    {
      heading: '决定、送达和催告',
      text: ({ of }) => [
        `本机关作出的${filled(of?.decision?.number)}行政处罚决定于${atKnown(of?.decision?.served?.at)}送达。被申请人在法定期限内没有申请行政复议或者提起行政诉讼，又不履行决定。本机关的催告书（${filled(of?.urging?.number)}）于${atKnown(of?.urging?.served?.at)}送达，十日后被申请人仍未履行。`,
        ...linesOf(of?.court?.text ?? ''),
      ],
    },
    {
      heading: '依据',
      text: ({ of }) => [
        `依据${ACL}第五十三条、第五十四条、第五十五条，特此申请。`,
        `此致　${filled(of?.court?.court)}`,
      ],
    },
  ],
  list: papersOf,
  signers: ['行政机关负责人签名'],
};
