import { receiptKey } from '#shared/case/payment.ts';

import type { Context } from '../context.ts';
import type { CommandError } from '../protocol.ts';

import type { Act } from './completeAct.ts';

/**
 * Refuses a payment whose receipt another payment known here was entered with: a receipt of the finance authority is made out
 * once (行政处罚法 §70). What two devices entered without knowing of each other shows in the ledger.
 */
export async function usedReceipt(
  ctx: Context,
  { type }: Act,
  data: Readonly<Record<string, unknown>>,
): Promise<CommandError | undefined> {
  const receipt = data['receipt'];
  if (type !== 'payment.entered' || typeof receipt !== 'string') return undefined;
  const other = await ctx.db.cases.where('receipts').equals(receiptKey(receipt)).first();
  return other === undefined ? undefined : { code: 'receipt_used', subject: other.title, article: '行政处罚法 §70' };
}
