import type { DocumentKind } from '../case/state.ts';

import { DEFINITIONS } from './kinds/index.ts';

/** Kinds that are printed by a builder of their own, or not yet. */
const OTHER_TITLES = {
  D07: '责令限期改正通知书',
  D09: '先行登记保存证据通知书',
  D10: '先行登记保存证据处理通知书',
  D11: '查封（扣押）决定书',
  D12: '解除查封（扣押）决定书',
  D19: '听证通知书',
  D28: '强制执行申请书',
  D32: '延期（分期）缴纳罚款通知书',
  D34: '案件移送函',
} as const;

/** Names of documents as printed and as screens show them, by the ids of the bureau's list. */
export const DOCUMENT_TITLES = {
  ...OTHER_TITLES,
  ...Object.fromEntries(Object.values(DEFINITIONS).map(({ kind, title }) => [kind, title])),
} as Readonly<Record<DocumentKind, string>>;
