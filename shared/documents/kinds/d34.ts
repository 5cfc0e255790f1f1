import type { DocumentDefinition } from '../definition.ts';
import { filled, linesOf } from '../form.ts';
import { thingsList } from '../measureParts.ts';
import { FACTS } from '../parts.ts';
import type { SheetFacts } from '../sheetFacts.ts';
import { ACL, APL } from '../statutes.ts';

/** Seized things go with a case of crime (行政强制法 §21). */
const isSeizedInCrime = (of: SheetFacts | undefined): boolean =>
  of?.transferred?.ground === 'suspected_crime' && of.measures.some(({ taken }) => taken.measure !== 'register');

/** 案件移送函 with the list of things: to whom it may concern a crime (行政处罚法 §27), or who has the power. */
export const D34: DocumentDefinition = {
  kind: 'D34',
  template: 1,
  title: '案件移送函',
  abbreviation: '移',
  procedural: true,
  copies: ['archive', 'agency'],
  missing: ({ of }) => (of?.transferred === undefined ? 'no_record' : undefined),
  glance: ({ of }) => [{ label: '接收机关', value: filled(of?.transferred?.to) }],
  parts: [
    FACTS,
    {
      heading: '移送的理由和依据',
      bold: true,
      text: ({ of }) => [
        of?.transferred?.ground === 'other_authority'
          ? '经审查，本案依法由你机关管辖，现移送你机关处理。'
          : `经审查，上述行为涉嫌犯罪，依据${APL}第二十七条，现移送你机关依法处理。`,
        ...linesOf(of?.transferred?.text ?? ''),
      ],
    },
    { heading: '移送的材料', text: ({ text }) => linesOf(text) },
    {
      heading: '涉案物品',
      text: ({ of }) => [
        isSeizedInCrime(of) ? `清单所列财物依据${ACL}第二十一条一并移送，并书面告知当事人。` : '涉案物品见清单。',
      ],
    },
    { heading: '请求事项', text: () => ['请清点接收，并将是否受理和处理结果函告本机关。'] },
  ],
  list: ({ of }) => thingsList('涉案物品清单', of?.measures ?? []),
};
