import type { Checked, DocumentDefinition } from '../definition.ts';
import { filled, linesOf } from '../form.ts';
import { lastsFromTo, measureMissing, takenWhere, thingsList, verbOf } from '../measureParts.ts';
import { FACTS, remedyPart } from '../parts.ts';
import { ACL, PLANNING } from '../statutes.ts';

/** The norm of the matter that allows it; to seal a building site is the government's to order (城乡规划法 §68). */
const normOf = ({ basis, of }: Checked): string =>
  of?.measure?.taken.measure === 'site_seal' ? `${PLANNING}第六十八条` : basis;

/** 查封（扣押）决定书 with its list: party, reason, basis, period, things, remedies, agency and date (行政强制法 §24). */
export const D11: DocumentDefinition = {
  kind: 'D11',
  template: 1,
  title: '查封（扣押）决定书',
  abbreviation: '扣',
  remedy: true,
  copies: ['archive', 'party'],
  missing: measureMissing,
  glance: ({ of }) => [{ label: '期　　限', value: lastsFromTo(of?.measure) }],
  parts: [
    FACTS,
    {
      heading: '理由和依据',
      text: (input) => [
        filled(input.of?.measure?.taken.reason),
        `上述行为涉嫌违反${input.rule}的规定，依据${normOf(input)}和${ACL}第十八条、第二十四条，作出本决定。`,
      ],
    },
    {
      heading: '决定和期限',
      bold: true,
      text: ({ of }) => [
        `对${takenWhere(of?.measure)}发现的清单所列场所、设施或者财物予以${verbOf(of?.measure)}，期限${lastsFromTo(of?.measure)}。`,
        `情况复杂需要延长的，经本机关负责人批准并书面告知你（单位），延长不超过三十日；检测、检验、检疫或者技术鉴定的期间不计算在内（${ACL}第二十五条）。`,
      ],
    },
    {
      heading: '保管',
      text: ({ text }) => [
        ...linesOf(text),
        '保管费用由本机关承担，本机关不使用、不损毁。任何人不得擅自拆封、转移或者处置。',
      ],
    },
    { heading: '陈述和申辩', text: () => ['执法人员已当场告知理由、依据、权利和救济途径，你（单位）有权陈述和申辩。'] },
    remedyPart('决定书'),
  ],
  list: ({ of }) => thingsList('查封（扣押）清单', [of?.measure]),
  signers: ['当事人核对签名', '见证人签名'],
};
