import type { DocumentDefinition } from '../definition.ts';
import { filled, linesOf } from '../form.ts';
import { endMissing, handledAs, paperOf, thingsList } from '../measureParts.ts';
import { APL } from '../statutes.ts';

/** 先行登记保存证据处理通知书: what becomes of what was registered, within the seven days (行政处罚法 §56). */
export const D10: DocumentDefinition = {
  kind: 'D10',
  template: 1,
  title: '先行登记保存证据处理通知书',
  abbreviation: '登处',
  procedural: true,
  copies: ['archive', 'party'],
  missing: endMissing,
  parts: [
    {
      heading: '登记保存的情况',
      text: ({ title, of }) => [
        `因调查“${title}”，本机关${paperOf(of?.measure, '先行登记保存证据通知书')}对清单所列物品先行登记保存。`,
      ],
    },
    {
      heading: '处理决定',
      bold: true,
      text: ({ of }) => [`依据${APL}第五十六条，决定：${handledAs(of?.measure)}。`, filled(of?.measure?.ended?.text)],
    },
    { heading: '理由和要求', text: ({ text }) => linesOf(text) },
  ],
  list: ({ of }) => thingsList('先行登记保存证据处理清单', [of?.measure]),
  signers: ['当事人核对签名'],
};
