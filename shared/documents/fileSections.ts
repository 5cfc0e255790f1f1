import { formatChinaInstant } from '../kernel/chinaTime.ts';
import { err, ok, type Result } from '../kernel/result.ts';

import { formatCitations } from './citation.ts';
import {
  DEMOLITION_WARNING,
  generalRemedy,
  HEARING_RIGHT,
  PAYMENT,
  penaltyWords,
  spotRemedy,
  STATEMENT_RIGHT,
  until,
  urging,
  type RemedyBodies,
} from './fileWording.ts';
import { filled, linesOf, type FormSection } from './form.ts';
import type { SheetInput, SheetKind } from './sheetInput.ts';

/** Why a document cannot be made: nothing verified to cite, no remedy bodies set, no penalty, nothing said. */
export type SheetRefusal = 'no_verified_citation' | 'remedy_unknown' | 'no_penalty_named' | 'empty_field';

/** What the parts of a sheet are made from, checked. */
type Checked = SheetInput & {
  readonly basis: string;
  readonly rule: string;
  readonly imposed: string;
  readonly bodies: RemedyBodies;
};

type Part = { readonly heading: string; readonly text: (input: Checked) => readonly string[]; readonly bold?: true };

const FACTS: Part = {
  heading: '查明的事实',
  text: ({ foundAt, address, facts }) => {
    const [first = '', ...rest] = linesOf(facts);
    return [`${formatChinaInstant(Date.parse(foundAt))}，本机关执法人员在${address}发现：${first}`, ...rest];
  },
};
const BREACH: Part = {
  heading: '依据',
  text: ({ rule, basis }) => [`上述行为违反了${rule}的规定，依据${basis}处理。`],
};
const OFFICERS_SAY: Part = { heading: '理由和要求', text: ({ text }) => linesOf(text) };

const PARTS: Readonly<Record<SheetKind, readonly Part[]>> = {
  D06: [
    FACTS,
    BREACH,
    { heading: '要求', bold: true, text: ({ text }) => ['请自收到本通知书时起立即停止上述行为。', ...linesOf(text)] },
    { heading: '救济途径', text: ({ bodies }) => [generalRemedy(bodies, '通知书', false)] },
  ],
  D17: [
    FACTS,
    BREACH,
    { heading: '拟作出的处罚', bold: true, text: ({ imposed, text }) => [`${imposed}。`, ...linesOf(text)] },
    { heading: '你的权利', text: () => [STATEMENT_RIGHT] },
  ],
  D18: [
    FACTS,
    BREACH,
    { heading: '拟作出的处罚', bold: true, text: ({ imposed, text }) => [`${imposed}。`, ...linesOf(text)] },
    { heading: '你的权利', text: () => [STATEMENT_RIGHT, HEARING_RIGHT] },
  ],
  D21: [
    FACTS,
    BREACH,
    {
      heading: '告知与陈述申辩',
      text: ({ told }) => [
        `${told === undefined ? '执法人员已当场' : `执法人员于${formatChinaInstant(Date.parse(told.shownAt))}`}出示执法证件，告知拟处罚的内容、事实、理由、依据和依法享有的权利。当事人意见：${filled(told?.words ?? '没有陈述和申辩')}。`,
      ],
    },
    { heading: '处罚决定', bold: true, text: ({ imposed, text }) => [`${imposed}。`, ...linesOf(text)] },
    { heading: '履行', text: ({ penalty }) => ((penalty?.fineFen ?? 0) > 0 ? [PAYMENT] : ['请立即改正上述行为。']) },
    { heading: '救济途径', text: ({ bodies }) => [spotRemedy(bodies)] },
  ],
  D22: [
    FACTS,
    BREACH,
    OFFICERS_SAY,
    { heading: '处罚决定', bold: true, text: ({ imposed }) => [`责令改正上述行为，并给予：${imposed}。`] },
    { heading: '履行', text: ({ penalty }) => ((penalty?.fineFen ?? 0) > 0 ? [PAYMENT] : ['请按本决定履行。']) },
    { heading: '救济途径', text: ({ bodies }) => [generalRemedy(bodies, '决定书', false)] },
  ],
  D23: [
    FACTS,
    BREACH,
    OFFICERS_SAY,
    { heading: '决定', bold: true, text: () => ['决定不予行政处罚，并对你（单位）进行教育。'] },
    { heading: '救济途径', text: ({ bodies }) => [generalRemedy(bodies, '决定书', false)] },
  ],
  D24: [
    FACTS,
    BREACH,
    {
      heading: '决定',
      bold: true,
      text: ({ penalty, untilOn, text }) => [
        `责令你（单位）${untilOn === undefined ? '' : `在${until(untilOn)}`}自行拆除：${filled(penalty?.demolition)}。`,
        ...linesOf(text),
      ],
    },
    { heading: '救济途径', text: ({ bodies }) => [generalRemedy(bodies, '决定书', true), DEMOLITION_WARNING] },
  ],
  D25: [
    FACTS,
    { heading: '催告', bold: true, text: ({ text }) => [urging(`履行下列义务：${linesOf(text).join('；')}`)] },
  ],
  D26: [
    FACTS,
    {
      heading: '公告',
      bold: true,
      text: ({ untilOn, text }) => [
        `限当事人${untilOn === undefined ? '' : `在${until(untilOn)}`}自行拆除。`,
        ...linesOf(text),
        DEMOLITION_WARNING,
      ],
    },
  ],
  D27: [
    FACTS,
    BREACH,
    OFFICERS_SAY,
    { heading: '决定', bold: true, text: () => ['经催告逾期仍未履行，又没有正当理由，决定依法强制执行。'] },
    { heading: '救济途径', text: ({ bodies }) => [generalRemedy(bodies, '决定书', false)] },
  ],
};

const NUMERALS = '一二三四五六七八九';
const WITH_PENALTY: ReadonlySet<SheetKind> = new Set(['D17', 'D18', 'D21', 'D22', 'D24']);
const WITHOUT_REMEDY: ReadonlySet<SheetKind> = new Set(['D17', 'D18', 'D25', 'D26']);

/** The numbered parts of a document. */
export function sectionsOf(input: SheetInput): Result<readonly FormSection[], SheetRefusal> {
  const verified = ({ verification }: { readonly verification: string }): boolean => verification === 'verified';
  const rule = formatCitations(input.matter.rule.filter(verified));
  const basis = formatCitations(basisOf(input).filter(verified));
  if (rule === '' || basis === '') return err('no_verified_citation');
  const imposed = input.penalty === undefined ? '' : penaltyWords(input.penalty);
  if (imposed === '' && WITH_PENALTY.has(input.kind)) return err('no_penalty_named');
  const { government = '', court = '' } = input.org;
  if ((government === '' || court === '') && !WITHOUT_REMEDY.has(input.kind)) return err('remedy_unknown');
  if (linesOf(input.facts).length === 0 || linesOf(input.text).length === 0) return err('empty_field');
  const checked: Checked = { ...input, rule, basis, imposed, bodies: { government, court } };
  return ok(
    PARTS[input.kind].map((part, index) => ({
      heading: `${NUMERALS.charAt(index)}、${part.heading}`,
      paragraphs: [...part.text(checked)],
      items: [],
      emphasis: part.bold === true,
    })),
  );
}

/** A penalty stands on its own norm; an order to stop or to perform on the norm that orders it. */
function basisOf({ kind, matter }: SheetInput): SheetInput['matter']['rule'] {
  return WITH_PENALTY.has(kind) ? matter.penaltyBasis : [...matter.correction, ...matter.penaltyBasis];
}
