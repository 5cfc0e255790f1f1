import { chinaDateOf, formatChinaDate } from '../../kernel/chinaTime.ts';
import type { Checked, DocumentDefinition } from '../definition.ts';
import { CROSSED_OUT, filled, linesOf } from '../form.ts';
import { endMissing, paperOf, thingsList, verbOf } from '../measureParts.ts';
import { ACL } from '../statutes.ts';

function releaseOf({ of }: Checked): string {
  const ended = of?.measure?.ended;
  const on = ended === undefined ? CROSSED_OUT : formatChinaDate(chinaDateOf(Date.parse(ended.at)));
  const back =
    ended?.result === 'auctioned' ? '立即退还清单所列财物拍卖或者变卖所得的款项' : '立即退还清单所列场所、设施或者财物';
  return `自${on}起解除${verbOf(of?.measure)}，${back}。请当场核对。`;
}

/** 解除查封（扣押）决定书: things, or what they were sold for, go back at once (行政强制法 §28). */
export const D12: DocumentDefinition = {
  kind: 'D12',
  template: 1,
  title: '解除查封（扣押）决定书',
  abbreviation: '解',
  procedural: true,
  copies: ['archive', 'party'],
  missing: endMissing,
  parts: [
    {
      heading: '查封（扣押）的情况',
      text: ({ title, of }) => [
        `因“${title}”，本机关${paperOf(of?.measure, '查封（扣押）决定书')}对清单所列场所、设施或者财物予以${verbOf(of?.measure)}。`,
      ],
    },
    { heading: '理由', text: ({ text }) => linesOf(text) },
    {
      heading: '决定',
      bold: true,
      text: (input) => [`依据${ACL}第二十八条，${releaseOf(input)}`, filled(input.of?.measure?.ended?.text)],
    },
  ],
  list: ({ of }) => thingsList('退还清单', [of?.measure]),
  signers: ['当事人核对收回签名', '见证人签名'],
};
