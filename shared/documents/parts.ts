import { formatChinaInstant } from '../kernel/chinaTime.ts';

import type { Part } from './definition.ts';
import { generalRemedy, HEARING_RIGHT, PAYMENT, STATEMENT_RIGHT } from './fileWording.ts';
import { linesOf } from './form.ts';

/** What was found, when and where. */
export const FACTS: Part = {
  heading: '查明的事实',
  text: ({ foundAt, address, facts }) => {
    const [first = '', ...rest] = linesOf(facts);
    return [`${formatChinaInstant(Date.parse(foundAt))}，本机关执法人员在${address}发现：${first}`, ...rest];
  },
};

/** The norm that was broken and the one that follows from it. */
export const BREACH: Part = {
  heading: '依据',
  text: ({ rule, basis }) => [`上述行为违反了${rule}的规定，依据${basis}处理。`],
};

/** What the officers wrote for this document. */
export const REASONS: Part = { heading: '理由和要求', text: ({ text }) => linesOf(text) };

/** The penalty that is meant to be imposed (行政处罚法 §44). */
export const PROPOSED: Part = {
  heading: '拟作出的处罚',
  bold: true,
  text: ({ imposed, text }) => [`${imposed}。`, ...linesOf(text)],
};

/** What the party may say before a penalty, and whether it may ask for a hearing. */
export function rightsPart(hearing: boolean): Part {
  return { heading: '你的权利', text: () => (hearing ? [STATEMENT_RIGHT, HEARING_RIGHT] : [STATEMENT_RIGHT]) };
}

/** How a fine is paid; where there is none, `otherwise`. */
export function performancePart(otherwise: string): Part {
  return {
    heading: '履行',
    text: ({ penalty }) => ((penalty?.fineFen ?? 0) > 0 ? [PAYMENT] : [otherwise]),
  };
}

/** Reconsideration or court, while performance goes on. `paper`: what the document calls itself. */
export function remedyPart(paper: string): Part {
  return { heading: '救济途径', text: ({ bodies }) => [generalRemedy(bodies, paper, false)] };
}
