import type { AmountProblem } from '#shared/programme/amount.ts';
import type { MonthProblem, ValueProblem } from '#shared/programme/entry.ts';
import type { Progress } from '#shared/programme/progress.ts';

import { nav } from './common.ts';

const PARTS: Readonly<Record<string, string>> = {
  ...{ self: '自拆', assisted: '助拆', forced: '强拆' },
  ...{ being_built: '在建', existing: '存量', unknown: '未测量' },
};

const FAMILIES: Readonly<Record<string, string>> = { WJ: '违法建设', HW: '户外广告和招牌', MQ: '门前三包和街面秩序' };

/** Screens that rows of the plan name; what is not here does not exist yet. */
const SCREEN_NAMES: Readonly<Record<string, string>> = {
  ...{ '/review': nav.review, '/plan': nav.plan, '/sites': nav.sites, '/inspections': nav.inspections },
  ...{ '/cases': nav.cases, '/reports': nav.reports, '/exchange': nav.exchange },
};

const PROGRESS_NAMES: Readonly<Record<Progress, string>> = {
  ...{ missed: '未达标', behind: '滞后', on_track: '按进度', no_data: '暂无数据', met: '已达标', no_target: '只统计' },
};

/** 进度表: the board on paper. */
const PRINT = {
  button: '打印',
  title: (year: number): string => `${String(year)}年度计划进度表`,
  asOf: (day: string): string => `数据截至 ${day}`,
  total: (count: number): string => `共 ${String(count)} 项`,
  moreOrgs: (names: readonly string[], count: number): string => `${names.join('、')}等 ${String(count)} 个单位`,
  heads: {
    ...{ rows: '条目', name: '指标', target: '目标', actual: '完成', percent: '完成率' },
    ...{ months: '逐月（1—12月）', forecast: '年底预计', state: '状态', orgs: '主要单位' },
  },
  note: '内部进度表，不是执法文书，不编号、不签章。只统计打印时本机已有的数据；“暂无数据”不等于零。年底预计按已过天数匀速推算，不考虑季节和工期。灰底、粗体为滞后或到期未达标的指标。',
  hint: '一页A4横向，内容为打开时的数据。',
  file: (year: number, on: string): string => `年度计划进度表 ${String(year)} 截至 ${on}.pdf`,
} as const;

/** 年度计划: where its indicators stand. */
export const planText = {
  title: '年度计划',
  year: '年度',
  yearName: (year: number): string => `${String(year)}年`,
  carried: (plan: number, year: number): string =>
    `${String(year)}年没有单独的计划文件，以下按${String(plan)}年的目标统计${String(year)}年的数据。`,
  scope: '只统计本机已有的数据：督察可看到所有单位，其他岗位只有本单位。',
  none: '目录中没有年度计划',
  noneHint: '请管理员在目录的 programmes 文件夹中放入计划文件。',
  list: '指标',
  noData: '暂无数据',
  target: '目标',
  actual: '完成',
  percent: '完成率',
  forecast: '年底预计',
  forecastHint: '按已过天数匀速推算，不考虑季节和工期。',
  trend: '逐月',
  trendOf: (name: string, values: string): string => `${name}逐月：${values}`,
  noTrend: (name: string): string => `${name}还没有逐月数据`,
  month: (index: number, value: string): string => `${String(index + 1)}月 ${value}`,
  directions: { '>=': '不少于', '<=': '不高于', '->0': '清零', bool: '完成', none: '' },
  noTarget: '不设目标',
  yes: '是',
  no: '否',
  progress: PROGRESS_NAMES,
  groups: { late: '滞后', on_track: '按进度', no_data: '暂无数据', met: '已达标', no_target: '只统计' },
  allGroups: '全部',
  filter: '按进度筛选',
  count: (label: string, count: number): string => `${label} ${String(count)}`,
  nothing: '这一类没有指标',
  nothingHint: '换一类看看。',
  unverified: { memory: '计划内容凭记忆录入，待核对。', proposal: '计划为建议稿，目标未经核实。' },
  print: PRINT,
  dropped: '已移出计划的指标',
  droppedHint: '计划的新版本不再考核这个指标；已填报的数仍可查看。',
  sources: { manual: '每月填报', derived: '由案件、检查和台账自动计算' },
  unmeasured: (count: number): string => `另有 ${String(count)} 处没有登记数值，未计入`,
  dueOn: (on: string): string => `截止 ${on}`,
  byOrg: '按单位',
  byPart: '分类',
  part: (part: string): string => PARTS[part] ?? part,
  records: '组成记录',
  noRecords: '还没有计入的记录',
  noRecordsHint: '自动计算的指标只计入督察已认可的案件、已提交的检查和台账；填报的指标只计入填报值。',
  more: '显示更多',
  kinds: { case: '案件', inspection: '检查', site: '台账', entry: '填报' },
  history: '填报历史',
  noHistory: '还没有填报',
  counting: '计入',
  superseded: '已被更正',
  report: '依据',
  enter: '填报',
  enterTitle: (name: string): string => `填报：${name}`,
  monthLabel: '月份',
  monthName: (month: string): string => `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`,
  valueLabel: (unit: string): string => (unit === '' ? '数值' : `数值（${unit}）`),
  monthly: '填当月新增的数，不是累计数。同一月份再填一次就是更正，原值保留在历史中。',
  level: '填月末的数。同一月份再填一次就是更正，原值保留在历史中。',
  done: '是否完成',
  note: '说明',
  reportPhoto: '依据的照片（盖章的月报、验收单等）',
  reportMissing: '请附一张依据的照片',
  submit: '保存',
  cancel: '取消',
  entered: '已保存填报',
  save: '导出表格',
  file: (year: number, on: string): string => `年度计划 ${String(year)} 截至 ${on}.xlsx`,
  sheets: { indicators: '指标', orgs: '按单位', months: '逐月' },
  rows: '计划条目',
  rowsHint: '计划的每一条由应用中的什么承担。',
  pending: '尚未提供',
  served: { checklist: '检查表', register: '台账', indicator: '指标', matter: '执法事项', document: '文书' },
  families: (code: string): string => FAMILIES[code] ?? code,
  screens: SCREEN_NAMES,
  unit: '单位',
  org: '机构',
  indicator: '指标',
  state: '状态',
  source: '数据来源',
} as const;

/** Why what was typed cannot be a value, beside the field. */
export const entryProblems: Readonly<Record<AmountProblem | MonthProblem | ValueProblem | 'choose', string>> = {
  empty: '请填写数值',
  not_a_number: '只填数字，不带单位、正负号和文字',
  too_fine: '小数位太多，这个指标没有这么细的单位',
  too_large: '数值太大，请核对单位',
  month_ahead: '这个月还没有到',
  month_of_other_year: '这个月不在计划年度内',
  percent_too_large: '百分比不能超过 100',
  neither_yes_nor_no: '请选择“是”或“否”',
  choose: '请选择“是”或“否”',
};
