import type { ReportRefusal } from '#shared/report/state.ts';

import type { ErrorText } from './errorText.ts';

type Code = Exclude<ReportRefusal, 'wrong_role'> | 'report_in_future' | 'report_no_limit' | 'report_to_nobody';

/** Why a step of a report was not taken. */
export const reportRefusals: Readonly<Record<Code, ErrorText>> = {
  report_twice: { what: '这件诉求已经登记', todo: '请返回列表查看。' },
  report_unknown: { what: '本机没有这件诉求', todo: '它可能还没有同步到本机。' },
  report_closed: { what: '这件诉求已经办结', todo: '有新情况请另行登记。' },
  report_merged: { what: '这件诉求已经合并到另一件', todo: '请在主件上办理，或先取消合并。' },
  report_not_merged: { what: '这件诉求没有合并', todo: '请返回查看它现在的状态。' },
  report_into_itself: { what: '不能合并到自己', todo: '请选择另一件诉求。' },
  report_not_accepted: { what: '还没有受理', todo: '请先受理并确定时限，再派遣。' },
  report_not_dispatched: { what: '还没有派遣', todo: '请先由内勤或中队长派遣。' },
  report_not_handled: { what: '还没有处置结果', todo: '请等处置反馈之后再回复。' },
  report_not_answered: { what: '还没有回复', todo: '请先登记回复；没有联系方式的选“无法回复”。' },
  report_under_way: { what: '已经派遣，不能再改受理意见', todo: '需要换人的请重新派遣。' },
  report_other_org: { what: '这是其他单位的诉求', todo: '请由该单位办理。' },
  report_in_future: { what: '时间还没有到', todo: '请核对时间。' },
  report_no_limit: { what: '目录中没有这个时限', todo: '请重新选择办理时限。' },
  report_to_nobody: { what: '没有可以派遣的中队或人员', todo: '请选择本单位的中队或人员。' },
};
