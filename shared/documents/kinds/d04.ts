import type { DocumentDefinition } from '../definition.ts';
import { atKnown } from '../fileWording.ts';
import { filled, linesOf } from '../form.ts';
import { APL } from '../statutes.ts';

/** 调查（询问）通知书: to come and answer (行政处罚法 §55); what the party may ask for (§43). */
export const D04: DocumentDefinition = {
  kind: 'D04',
  template: 1,
  title: '调查（询问）通知书',
  abbreviation: '询',
  procedural: true,
  copies: ['archive', 'party'],
  missing: ({ said }) => (said?.heldAt === undefined || said.place === undefined ? 'empty_field' : undefined),
  glance: (input) => [{ label: '到场时间', value: atKnown(input.said?.heldAt) }],
  parts: [
    {
      heading: '通知事项',
      text: ({ title }) => [
        `本机关正在调查“${title}”。依据${APL}第五十五条，请你（单位）按下列时间到指定地点，如实回答询问，并协助调查。`,
      ],
    },
    {
      heading: '时间和地点',
      bold: true,
      text: (input) => [`${atKnown(input.said?.heldAt)}，${filled(input.said?.place)}。`],
    },
    { heading: '需要携带的材料', text: ({ text }) => linesOf(text) },
    {
      heading: '你的权利',
      text: () => [
        `执法人员询问时应当出示执法证件；不出示的，你（单位）有权拒绝。认为执法人员与本案有直接利害关系，或者有其他关系可能影响公正执法的，有权依据${APL}第四十三条申请回避。不能按时到场的，请提前按下列电话联系。`,
      ],
    },
  ],
};
