import type { CaseStage } from '#shared/case/state.ts';
import type { EventType } from '#shared/events/registry.ts';

import { fileEventWords, fileStageWords } from './acts.ts';
import type { Tone } from './tone.ts';

/** Stages of a case in words, with the tone they are shown in. */
export const stageWords: Readonly<Record<CaseStage, { readonly text: string; readonly tone: Tone }>> = {
  ...fileStageWords,
  found: { text: '已发现', tone: 'warn' },
  fixed_on_site: { text: '当场整改', tone: 'good' },
  notice_issued: { text: '通知书待送达', tone: 'warn' },
  notice_served: { text: '限期改正中', tone: 'info' },
  fixed: { text: '已整改', tone: 'good' },
  not_fixed: { text: '逾期未改', tone: 'bad' },
};

/** A due re-check in words. */
export const recheckWords = {
  due: { text: '今日复查', tone: 'warn' as Tone },
  overdue: (days: number): { readonly text: string; readonly tone: Tone } => ({
    text: `复查超期 ${String(days)} 天`,
    tone: 'bad',
  }),
  waiting: (dueOn: string): { readonly text: string; readonly tone: Tone } => ({ text: `期限 ${dueOn}`, tone: 'info' }),
} as const;

/** What the brigade said, in words. */
export const supervisionWords = {
  none: { text: '未审阅', tone: 'neutral' as Tone },
  returned: { text: '督察退回', tone: 'bad' as Tone },
  accepted: { text: '督察认可', tone: 'good' as Tone },
} as const;

/** Names of event types, for timelines and the waiting list. */
export const eventWords: Readonly<Record<EventType, string>> = {
  ...fileEventWords,
  'indicator.entered': '填报指标',
  'exchange.packed': '推送数据包',
  'exchange.answered': '导入平台回执',
  'task.planned': '派任务',
  'task.reassigned': '改派任务',
  'task.handedOver': '交班',
  'task.received': '接班',
  'task.done': '完成任务',
  'task.cancelled': '取消任务',
  'site.registered': '登记台账',
  'site.changed': '更改台账',
  'site.selfChecked': '自治联盟自查',
  'site.withdrawn': '撤销登记',
  'inspection.submitted': '提交检查',
  'case.found': '发现问题',
  'case.fixedOnSite': '当场整改',
  'case.rechecked': '复查',
  'case.handedOver': '移交案件',
  'number.granted': '使用文书编号',
  'number.voided': '作废文书编号',
  'document.issued': '开具文书',
  'document.served': '送达文书',
  'document.printed': '打印文书',
  'report.received': '登记诉求',
  'report.merged': '合并诉求',
  'report.unmerged': '取消合并',
  'report.triaged': '受理审核',
  'report.dispatched': '派遣',
  'report.handled': '处置反馈',
  'report.answered': '回复',
  'report.closed': '办结',
  'reporter.named': '登记反映人（封存）',
  'photo.added': '添加照片',
  'supervision.returned': '督察退回',
  'supervision.accepted': '督察认可',
  'log.withheld': '说明未上传的记录',
};

/** The name of an event type; an unknown one (from a newer app) keeps its code. */
export function eventName(type: string): string {
  return Object.hasOwn(eventWords, type) ? eventWords[type as EventType] : type;
}
