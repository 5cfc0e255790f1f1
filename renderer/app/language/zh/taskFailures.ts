import type { ErrorText } from './errorText.ts';

/** Why nothing was written about a task or a shift. */
export const taskFailures = {
  unknown_task: { what: '本机没有这个任务', todo: '它可能还没有同步到本机，或由别的单位派出。' },
  task_ended: { what: '任务已经结束', todo: '不需要再操作；需要继续查的，请另派任务。' },
  task_of_others: { what: '这个任务不归您', todo: '它可能已改派给别人；请刷新后再交班。' },
  unknown_colleague: { what: '本单位没有这个人', todo: '请重新选择本单位的人员。' },
  nobody_assigned: { what: '没有选择人员', todo: '请选择人员或中队。' },
  handed_to_oneself: { what: '不能交班给自己', todo: '请选择接班的同事。' },
  nothing_handed_over: { what: '没有可以交接的内容', todo: '没有任务和待复查案件时，请写一句说明。' },
} as const satisfies Readonly<Record<string, ErrorText>>;
