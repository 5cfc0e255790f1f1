import type { FileRefusal } from '#shared/case/refusals.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';

import { fieldLabel } from './actFields.ts';
import { actKindWords, fileEventWords } from './acts.ts';
import type { ErrorText } from './errorText.ts';
import { showYuan } from './yuan.ts';

/** Why a step of a file is closed, and what to do; the subject is added by `fileSubject`. */
export const fileRefusals: Readonly<Record<FileRefusal, ErrorText>> = {
  not_in_procedure: { what: '这个案件的程序中没有这一步', todo: '请按案件页面提示的下一步办理。' },
  issued_already: { what: '这份文书已经开具', todo: '写错且还没有送达的，请先作废编号，再重新开具。' },
  no_fork: { what: '没有相互冲突的决定', todo: '不需要裁定。' },
  suspended: { what: '案件已中止，暂不能办理这一步', todo: '中止的原因消除后，由负责人恢复办理。' },
  recused: { what: '有人员已被决定回避，不能参与这个案件', todo: '请换其他人员办理。' },
  in_future: { what: '填写的时间还没有到', todo: '请核对发生的时间和本机时间。' },
  needs_act: { what: '缺少前面必须办理的一步', todo: '请先补办。' },
  document_not_issued: { what: '这份文书还没有开具，或已作废', todo: '请先开具文书，再登记送达。' },
  period_running: { what: '期限还没有届满', todo: '请等期限届满；当事人书面放弃的，登记后即可继续。' },
  period_over: { what: '期限已过，或还没有开始', todo: '请核对案件的期限。' },
  not_independent: { what: '办理这一步的人参与过本案调查', todo: '请由没有参与调查的人员办理。' },
  officers_not_named: { what: '没有指派两名不同的执法人员', todo: '请选择两名有执法证的人员。' },
  out_of_power: { what: '这个事项不在本单位的执法权限内', todo: '请把线索移交有权的单位。' },
  time_barred: { what: '违法行为已超过处罚时效', todo: '请核对违法行为终了的日期；确已超过的，不予立案。' },
  not_simple: { what: '这个事项不适用简易程序', todo: '请按普通程序办理。' },
  no_penalty_named: { what: '没有写明处罚的种类和数额', todo: '请先填写拟作出的处罚。' },
  amount_unverified: {
    what: '依据或罚款数额未经法制人员核实，不能用于处罚文书',
    todo: '请法制人员核实执法事项后再办理。',
  },
  over_spot_limit: { what: '超过当场处罚的限额', todo: '请改按普通程序办理。' },
  above_notified: { what: '处罚重于事先告知的内容', todo: '请按告知的内容决定，或重新告知并听取陈述申辩。' },
  not_as_decided: { what: '文书与作出的决定不一致', todo: '请按决定的内容开具。' },
  underage: { what: '当事人不满十四周岁或没有责任能力，不予行政处罚', todo: '请责令监护人管教，作不予处罚决定。' },
  new_facts: { what: '当事人提出了新的事实，不能当场处罚', todo: '请转普通程序调查。' },
  not_same_day: { what: '当场处罚决定书没有当场交付', todo: '请如实登记，并说明原因。' },
  not_on_the_spot: { what: '当场处罚决定书应当当场交付', todo: '当事人拒绝签收的，按留置送达登记。' },
  announcement_running: {
    what: '公告送达还没有满三十日',
    todo: '期满视为送达后再办理；期间找到当事人的，可以直接送达。',
  },
  not_discussed: { what: '重大复杂案件没有经过集体讨论', todo: '请先集体讨论并登记笔录。' },
  hearing_notice_needed: { what: '罚款达到听证标准，应当告知听证权利', todo: '请开具听证告知书。' },
  hearing_threshold_unknown: { what: '没有设置听证的罚款标准', todo: '请管理员按省级规定设置。' },
  hearing_not_asked: { what: '当事人没有在期限内申请听证', todo: '依职权组织的，请勾选“依职权”。' },
  hearing_asked_late: { what: '听证申请超过了期限', todo: '已如实登记；是否仍然组织，由负责人决定。' },
  hearing_notice_short: { what: '听证通知没有提前七个工作日', todo: '请把听证日期延后。' },
  hearing_on_other_day: { what: '听证早于通知的日期', todo: '请按通知的日期举行。' },
  hearing_not_held: { what: '当事人申请了听证，还没有举行', todo: '请先组织听证。' },
  not_hearing_host: { what: '听证报告由主持听证的人提交', todo: '请听证主持人本人登录后办理。' },
  no_review_after_hearing: { what: '听证后还没有法制审核', todo: '请提交听证后的法制审核。' },
  notice_not_served: { what: '处罚事先告知书还没有送达', todo: '请先送达告知书并登记。' },
  defence_not_reviewed: { what: '当事人的陈述申辩还没有复核', todo: '请先复核并登记意见。' },
  recusal_open: { what: '回避申请还没有决定', todo: '请负责人先决定是否回避。' },
  no_basis_for_measure: { what: '这个事项没有查封、扣押的法律依据', todo: '可以先行登记保存证据。' },
  measure_not_approved: { what: '采取措施没有经过负责人批准', todo: '请先报批；情况紧急的，请在二十四小时内补办。' },
  measure_running: { what: '还有登记保存、查封或扣押没有处理', todo: '请先作出处理。' },
  no_own_enforcement: { what: '法律没有授权本机关自行强制执行', todo: '请申请人民法院强制执行。' },
  own_enforcement_first: { what: '本机关依法自行强制执行', todo: '不需要申请人民法院。' },
  remedy_running: { what: '申请复议和起诉的期限还没有届满', todo: '期限届满前不能强制拆除或申请执行。' },
  remedy_pending: { what: '行政复议或者诉讼还没有结果', todo: '有结果并登记后再办理。' },
  not_paid: { what: '罚款还没有缴清', todo: '请登记缴款，或依法强制执行、终止后再结案。' },
  cash_unlawful: {
    what: '不符合当场收缴罚款的条件',
    todo: '只有当场处罚一百元以下、事后难以执行，或者边远、水上、交通不便地区经当事人提出，才能收现金（行政处罚法第六十八条、第六十九条）；后两种要写明理由。其他情形请当事人到银行或者电子缴纳。',
  },
  instalments_few: { what: '分期缴纳至少要分两期', todo: '请再添一期；只缴一次的，不填分期，改填延长的天数。' },
  instalments_order: {
    what: '分期的缴款期限没有逐期推后',
    todo: '第一期要晚于批准的当天，以后各期要晚于前一期；请改这一期的日期。',
  },
  instalments_sum: {
    what: '各期金额的合计不等于尚未缴纳的罚款',
    todo: '请改各期的金额，使合计正好等于尚未缴纳的罚款。',
  },
  instalments_and_days: {
    what: '分期缴纳不能再加延长的天数',
    todo: '请清空“延长的天数”，在“分期缴纳”里填写各期的金额和期限。',
  },
  no_cash_held: { what: '没有待缴付的当场收缴罚款', todo: '请先登记当场收缴的罚款，或者它交回单位的时间。' },
  paid_already: { what: '罚款已经缴清', todo: '不需要催告或强制执行。' },
  not_corrected: { what: '还没有复查确认改正', todo: '请复查并登记结果。' },
  demolished_already: { what: '建筑已经拆除', todo: '请登记验收。' },
  order_period_running: { what: '限期拆除的期限还没有届满', todo: '请等期限届满。' },
  not_reported: { what: '当场处罚还没有报备', todo: '请由中队长接收报备。' },
  party_unknown: { what: '还没有核实当事人', todo: '请先登记当事人的身份。' },
  at_night: { what: '夜间（22时至次日6时）不得强制执行', todo: '请安排在白天。' },
  on_holiday: { what: '法定节假日不得强制执行', todo: '请安排在工作日。' },
  no_measure_for_paper: { what: '没有需要开具这份文书的措施', todo: '请先登记采取或者处理的措施；每项措施开具一份。' },
  handled_late: { what: '先行登记保存超过七个工作日，不能再作这种处理', todo: '请登记退还物品后再开具。' },
  corrected_already: { what: '当事人已经改正', todo: '不需要代履行。' },
  substitute_too_early: { what: '代履行三日前应当再次催告当事人', todo: '请把代履行的时间安排到三日以后。' },
  returned_by_brigade: { what: '督察退回的问题还没有办结', todo: '请先整改并由督察认可。' },
};

const DATES: ReadonlySet<string> = new Set([
  'period_running',
  'period_over',
  'remedy_running',
  'order_period_running',
  'hearing_asked_late',
  'hearing_on_other_day',
  'on_holiday',
  'time_barred',
  'announcement_running',
  'handled_late',
  'substitute_too_early',
]);
const AMOUNTS: ReadonlySet<string> = new Set(['over_spot_limit', 'above_notified', 'not_as_decided', 'not_paid']);

/** What a refusal of a file is about, in words; empty when nothing is to be added. */
export function fileSubject(code: string, subject: string): string {
  // Names of the organisations that have the power, joined by `|`.
  if (code === 'out_of_power')
    return subject === '' ? '，赋权清单上没有有权的单位' : `，有权的单位：${subject.split('|').join('、')}`;
  if (code === 'service_record_missing' && subject !== '') return `：${fieldLabel('document.served', subject)}`;
  if (subject === '' || !Object.hasOwn(fileRefusals, code)) return '';
  if (code === 'needs_act') return `：${actName(subject)}`;
  if (DATES.has(code)) return `（${formatChinaDate(subject)}）`;
  if (code === 'instalments_order') return `：第 ${subject} 期`;
  if (code === 'instalments_sum') {
    const [sum = 0, owed = 0] = subject.split('|').map(Number);
    return `：合计 ${showYuan(sum)}，尚未缴纳 ${showYuan(owed)}`;
  }
  if (AMOUNTS.has(code)) return `（${showYuan(Number(subject))}）`;
  return `：${subject}`;
}

/** An act by its key in words. */
export function actName(key: string): string {
  const type = key.split(':', 1)[0] ?? key;
  const general = Object.hasOwn(fileEventWords, type) ? fileEventWords[type as keyof typeof fileEventWords] : undefined;
  return actKindWords(key) ?? general ?? key;
}
