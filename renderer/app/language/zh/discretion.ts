import type { SameBy } from '#shared/catalogue/firstOffence.ts';
import type { RangeRefusal, Tier } from '#shared/catalogue/penaltyRange.ts';
import { FINE_REASONS, type FineReason } from '#shared/catalogue/proposeFine.ts';

import { showYuan } from './yuan.ts';

type Bounds = { readonly minFen: number; readonly maxFen: number };

/** What the help for discretion says (裁量参考). */
export const discretionText = {
  title: '裁量参考',
  note: '只供参考，由承办人和本机关决定。',
  noMatter: '案卷还没有执法事项，立案后才有裁量参考。',
  range: '法定罚款幅度',
  ranges: '法定罚款幅度（按情形选择）',
  unverified: '数额还没有经法制人员核实',
  soleTrader: '个体工商户按公民的幅度计算。',
  refusals: {
    no_fine: '这项规定没有对这类当事人的罚款',
    several_fines: '同一情形规定了几种罚款，请查阅依据',
    amount_unknown: '罚款数额还没有查到，要由法制人员核实',
    cost_needed: '按工程造价计算，请先登记工程造价',
  } satisfies Readonly<Record<RangeRefusal, string>>,
  permille: (min: number, max: number): string =>
    min === 0 ? `工程造价的 ${String(max / 10)}% 以下` : `工程造价的 ${String(min / 10)}% 至 ${String(max / 10)}%`,
  bounds: ({ minFen, maxFen }: Bounds): string =>
    minFen === 0 ? `${showYuan(maxFen)}以下` : `${showYuan(minFen)}至 ${showYuan(maxFen)}`,
  tiers: '裁量等级（幅度三等分，本机关公布裁量基准的从其规定，行政处罚法 §34）',
  tier: { slight: '轻微', general: '一般', serious: '严重' } satisfies Readonly<Record<Tier, string>>,
  corrected: '是否及时改正',
  correctedChoices: { yes: '已及时改正', no: '没有改正' },
  harm: '危害后果',
  harms: { none: '没有', slight: '轻微', grave: '严重' },
  proposal: '建议罚款',
  noPenalty: '建议不予处罚',
  noPenaltyHint: '由本机关负责人决定，办理“决定不予处罚”。',
  take: '采用：填入罚款和裁量理由',
  taken: '已填入',
  earlier: {
    title: '同一当事人两年内的案件',
    loading: '正在查找本机的案件…',
    noParty: '还没有核实当事人。',
    own: '只查了本机有的案件，其他单位的不一定在内；请另行核对。',
    none: '本机没有查到。初次违法且危害后果轻微并及时改正的，可以不予处罚（行政处罚法 §33）。',
    noneOfMatter:
      '没有同一事项的案件。首次实施这一违法行为且危害后果轻微并及时改正的，可以不予处罚（行政处罚法 §33）。',
    sameMatter: '同一事项',
    by: {
      uscc: '统一社会信用代码相同',
      id_number: '身份证号相同',
      name_and_shop: '经营者和字号相同',
      name: '名称相同，请核对',
    } satisfies Readonly<Record<SameBy, string>>,
    found: (on: string): string => `${on} 发现`,
    more: (n: number): string => `另有 ${String(n)} 件`,
  },
} as const;

const REASONS: Readonly<Record<FineReason, string>> = {
  no_penalty_slight: '违法行为轻微并及时改正，没有造成危害后果的，不予处罚',
  may_be_none_first: '初次违法且危害后果轻微并及时改正的，可以不予处罚',
  must_be_lighter: '有应当从轻或者减轻处罚的情形',
  must_be_lighter_minor: '已满十四周岁不满十八周岁，应当从轻或者减轻处罚',
  may_be_lighter: '尚未完全丧失辨认或者控制自己行为能力，可以从轻或者减轻处罚',
  may_go_below_minimum: '可以减轻到法定最低罚款以下，建议数额没有低于下限',
  heavier: '有裁量基准规定的从重情形',
  earlier_cases: '两年内有同一当事人同一事项的案件',
  tenth_of_maximum: '没有规定罚款下限，以上限的十分之一作参考',
};

/** A reason of a proposal with its article, as it is shown and recorded. */
export function fineReasonText(reason: FineReason): string {
  const article = FINE_REASONS[reason];
  return article === '' ? REASONS[reason] : `${REASONS[reason]}（${articleText(article)}）`;
}

/** `行政处罚法 §33` as a record writes it. */
function articleText(article: string): string {
  return article.replace(/ §(\d+)/, '第$1条');
}

/** What a proposed amount begins with in the reasons of a record: by it a later one takes its place. */
export const PROPOSAL_MARK = '【裁量参考】';

type Proposed = {
  readonly range: Bounds & { readonly onlyIf?: string | undefined };
  readonly third: Bounds;
  readonly tier: Tier;
  readonly fineFen: number;
  readonly reasons: readonly FineReason[];
};

/** How a proposed amount was arrived at, in one line. */
export function proposalText({ range, third, tier, fineFen, reasons }: Proposed): string {
  const { bounds, tier: names } = discretionText;
  const when = range.onlyIf === undefined ? '' : `（${range.onlyIf}）`;
  const parts = [
    `法定罚款幅度${when}${bounds(range)}`,
    `裁量等级${names[tier]}，对应 ${bounds(third)}`,
    ...reasons.map(fineReasonText),
    `建议罚款 ${showYuan(fineFen)}`,
  ];
  return `${PROPOSAL_MARK}${parts.join('；')}。`;
}
