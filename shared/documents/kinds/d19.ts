import type { DocumentDefinition } from '../definition.ts';
import { atKnown } from '../fileWording.ts';
import { filled, linesOf } from '../form.ts';
import { APL } from '../statutes.ts';

/** 听证通知书: when, where, before whom, and what the party may do there (行政处罚法 §63, §64). */
export const D19: DocumentDefinition = {
  kind: 'D19',
  template: 1,
  title: '听证通知书',
  abbreviation: '听通',
  procedural: true,
  copies: ['archive', 'party'],
  missing: ({ of }) => (of?.hearing === undefined ? 'no_record' : undefined),
  glance: (input) => [{ label: '听证时间', value: atKnown(input.of?.hearing?.heldAt) }],
  parts: [
    {
      heading: '听证事项',
      text: ({ title, of }) => [
        `${of?.hearing?.byAgency === true ? '本机关决定' : '根据你（单位）的要求，本机关决定'}就“${title}”拟作出的行政处罚举行听证。依据${APL}第六十四条，现将有关事项通知如下。`,
      ],
    },
    {
      heading: '时间和地点',
      bold: true,
      text: (input) => [`${atKnown(input.of?.hearing?.heldAt)}，${filled(input.of?.hearing?.place)}。`],
    },
    {
      heading: '主持人和方式',
      text: ({ of }) => [
        `听证由本机关指定的非本案调查人员${filled(of?.hearing?.hostName)}主持，${of?.hearing?.isPublic === false ? '因依法应当保密，不公开举行' : '公开举行'}。`,
      ],
    },
    {
      heading: '你的权利',
      text: () => [
        '认为主持人与本案有直接利害关系的，有权申请回避。可以亲自参加，也可以委托一至二人代理；委托代理的，请提交委托书。听证时可以对调查人员提出的事实、证据和处罚建议进行申辩和质证。组织听证的费用由本机关承担。',
        '无正当理由拒不出席，或者未经许可中途退出的，视为放弃听证权利，听证终止。',
      ],
    },
    { heading: '准备的材料和注意事项', text: ({ text }) => linesOf(text) },
  ],
};
