import type { ItemState } from '#shared/sync/itemState.ts';

import type { Tone } from './tone.ts';

/** Where a record, photo or document stands: the same words on the sync page, in cases, inspections and photos. */
export const stateWords: Readonly<Record<ItemState, { readonly text: string; readonly tone: Tone }>> = {
  refused: { text: '被拒绝', tone: 'bad' },
  quarantined: { text: '隔离', tone: 'warn' },
  sending: { text: '上传中', tone: 'info' },
  waiting: { text: '待上传', tone: 'info' },
  draft: { text: '草稿', tone: 'neutral' },
  withdrawn: { text: '已撤回', tone: 'neutral' },
  server: { text: '已在服务器', tone: 'good' },
};

/** What stands beside a record that is not on the server. */
export const stateText = {
  withdrawnTitle: (count: number): string => `已撤回的记录（${String(count)} 条）`,
  withdrawnLine: (who: string, time: string, reason: string): string => `${who} · ${time} · 理由：${reason}`,
  /** Where more is told. */
  open: '到同步页面处理',
} as const;
