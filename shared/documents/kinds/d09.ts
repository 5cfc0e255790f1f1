import type { DocumentDefinition } from '../definition.ts';
import { filled, linesOf } from '../form.ts';
import { keptUntil, measureMissing, takenWhere, thingsList } from '../measureParts.ts';
import { APL } from '../statutes.ts';

/** 先行登记保存证据通知书 with its list (行政处罚法 §56; its seven days are working days, §85). */
export const D09: DocumentDefinition = {
  kind: 'D09',
  template: 1,
  title: '先行登记保存证据通知书',
  abbreviation: '登',
  procedural: true,
  copies: ['archive', 'party'],
  missing: measureMissing,
  glance: ({ of }) => [{ label: '处理期限', value: keptUntil(of?.measure) }],
  parts: [
    {
      heading: '登记保存的理由',
      text: ({ title, of }) => [
        `本机关调查“${title}”时，于${takenWhere(of?.measure)}发现清单所列物品是本案证据，可能灭失或者以后难以取得：${filled(of?.measure?.taken.reason)}`,
      ],
    },
    {
      heading: '依据和期限',
      bold: true,
      text: ({ of }) => [
        `依据${APL}第五十六条，经本机关负责人批准，对清单所列物品先行登记保存。本机关将在七个工作日内，即${keptUntil(of?.measure)}，作出处理决定。`,
      ],
    },
    { heading: '保存的地点和方式', text: ({ text }) => linesOf(text) },
    { heading: '你的义务', text: () => ['在此期间，当事人和有关人员不得销毁或者转移上述证据。'] },
  ],
  list: ({ of }) => thingsList('先行登记保存证据清单', [of?.measure]),
  signers: ['当事人核对签名', '见证人签名'],
};
