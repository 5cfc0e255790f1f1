import type { MoneyPlace } from '#shared/case/cashLedger.ts';

/** 罚款台账: what was paid, by which receipt, and where cash is. */
export const moneyText = {
  title: '罚款台账',
  open: '罚款台账',
  empty: '还没有登记过缴款',
  emptyHint: '在案件里登记缴款后，这里列出票据、金额和当场收缴罚款的去向。',
  month: '月份',
  allMonths: '全部',
  monthName: (month: string): string => `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`,
  only: '显示',
  filters: { all: '全部', held: '没有缴付银行', late: '逾期没有交回', doubled: '票据重复' },
  sums: { paid: '已缴', officer: '在执法人员手中', unit: '在单位', bank: '已到银行', late: '逾期' },
  lines: '缴款',
  nothing: '没有符合条件的缴款',
  ways: { bank: '银行', electronic: '电子支付', cash: '当场收缴' },
  places: { officer: '待交回单位', unit: '待缴银行', bank: '已到银行' } satisfies Record<MoneyPlace, string>,
  due: (on: string): string => `最迟 ${on}`,
  late: (on: string): string => `${on} 已到期`,
  doubled: '票据重复',
  text: (receipt: string, way: string, on: string, person: string): string =>
    [`票据 ${receipt}`, way, on, person].join(' · '),
  save: '导出表格',
  file: (on: string): string => `罚款台账 ${on}.csv`,
  csv: ['日期', '案件', '决定书文号', '票据号', '金额（元）', '缴款方式', '经手人', '去向', '最迟日期', '备注'],
} as const;
