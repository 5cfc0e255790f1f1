import { fieldLabel } from './actFields.ts';
import type { ErrorText } from './errorText.ts';
import { showYuan } from './yuan.ts';

/** Why an act of a file was not written, beside the reasons of its procedure. */
export const actFailures = {
  act_incomplete: { what: '有内容没有填写或不符合要求', todo: '请补充后再办理，已填的内容都还在。' },
  unknown_act: { what: '这一步不能在这里办理', todo: '请按案件页面提示的下一步办理。' },
  second_missing: { what: '需要两名执法人员', todo: '请选择第二名执法人员并由其本人输入 PIN。' },
  outside_range: { what: '罚款数额超出法定幅度', todo: '请在幅度以内确定数额。' },
  cost_needed: { what: '罚款按工程造价计算，还没有登记造价', todo: '请先测量建筑并填写工程造价。' },
  remedy_unknown: {
    what: '没有设置复议机关和管辖法院，文书不能写明救济途径',
    todo: '请管理员在单位信息中补充后再签发。',
  },
  receipt_used: { what: '这张票据已经登记过', todo: '请核对票据号；一张票据只能登记一次。' },
  no_record: { what: '案卷中没有这份文书需要的记录', todo: '请先办理并登记前面的步骤，再签发。' },
  payee_unknown: {
    what: '没有设置罚款的收款单位、开户银行和账号',
    todo: '请管理员在单位信息中补充后再签发。',
  },
  no_sheet: { what: '这种文书还没有版式', todo: '请用其他方式制作后扫描入卷。' },
  empty_field: { what: '文书的事实或理由没有内容', todo: '请填写后再签发。' },
} as const satisfies Readonly<Record<string, ErrorText>>;

/** What such a failure is about, in words; empty when nothing is to be added. */
export function actFailureSubject(code: string, subject: string): string {
  if (subject === '') return '';
  if (code === 'act_incomplete') return `：${fieldLabel('', subject.split(/[. ]/, 1)[0] ?? '')}`;
  if (code === 'receipt_used') return `：${subject}`;
  if (code !== 'outside_range') return '';
  const [min = 0, max = 0] = subject.split('|').map(Number);
  return `（${showYuan(min)}至${showYuan(max)}）`;
}
