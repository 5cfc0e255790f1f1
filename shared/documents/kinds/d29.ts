import type { DocumentDefinition } from '../definition.ts';
import { atKnown, yuanOf } from '../fileWording.ts';
import { CROSSED_OUT, filled, linesOf } from '../form.ts';
import { FACTS, remedyPart } from '../parts.ts';
import { ACL } from '../statutes.ts';

/** 代履行决定书: reason, basis, manner, time, object, cost and who does it (行政强制法 §50, §51). */
export const D29: DocumentDefinition = {
  kind: 'D29',
  template: 1,
  title: '代履行决定书',
  abbreviation: '代',
  procedural: true,
  remedy: true,
  copies: ['archive', 'party'],
  missing: ({ said, of }) => {
    if (of?.decision === undefined || of.urging === undefined) return 'no_record';
    const { object, manner, startAt, performer, costFen } = said ?? {};
    return [object, manner, startAt, performer, costFen].includes(undefined) ? 'empty_field' : undefined;
  },
  glance: (input) => [{ label: '代履行时间', value: atKnown(input.said?.startAt) }],
  parts: [
    FACTS,
    {
      heading: '理由和依据',
      text: ({ of, text }) => [
        `本机关${filled(of?.decision?.number)}决定要求你（单位）排除妨碍、恢复原状，你（单位）逾期不履行，经催告（${filled(of?.urging?.number)}）仍不履行，其后果已经或者将危害交通安全、造成环境污染或者破坏自然资源。`,
        ...linesOf(text),
        `依据${ACL}第五十条、第五十一条，决定代履行。`,
      ],
    },
    {
      heading: '代履行的内容',
      bold: true,
      text: (input) => [
        `标的：${filled(input.said?.object)}`,
        `方式：${filled(input.said?.manner)}`,
        `时间：${atKnown(input.said?.startAt)}`,
        `代履行人：${filled(input.said?.performer)}`,
        `费用预算：${input.said?.costFen === undefined ? CROSSED_OUT : `人民币${yuanOf(input.said.costFen)}元`}`,
      ],
    },
    {
      heading: '费用和监督',
      text: () => [
        '代履行的费用按照成本合理确定，由你（单位）承担，法律另有规定的除外。代履行时本机关派员到场监督。',
        '本机关在代履行三日前再次催告；你（单位）在此之前履行的，停止代履行。',
      ],
    },
    remedyPart('决定书'),
  ],
};
