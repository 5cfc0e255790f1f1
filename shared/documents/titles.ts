import type { DocumentKind } from '../case/state.ts';

/** Names of documents as printed and as screens show them, by the ids of the bureau's list. */
export const DOCUMENT_TITLES: Readonly<Record<DocumentKind, string>> = {
  D06: '责令停止违法行为通知书',
  D07: '责令限期改正通知书',
  D09: '先行登记保存证据通知书',
  D10: '先行登记保存证据处理通知书',
  D11: '查封（扣押）决定书',
  D12: '解除查封（扣押）决定书',
  D17: '行政处罚事先告知书',
  D18: '行政处罚听证告知书',
  D19: '听证通知书',
  D21: '当场行政处罚决定书',
  D22: '行政处罚决定书',
  D23: '不予行政处罚决定书',
  D24: '责令限期拆除决定书',
  D25: '催告书',
  D26: '限期自行拆除公告',
  D27: '强制执行决定书',
  D28: '强制执行申请书',
  D32: '延期（分期）缴纳罚款通知书',
  D34: '案件移送函',
};
