import { APL } from '../statutes.ts';

/** When an instalment is due, and what is added for a day late: of the part that was due (行政处罚法 §72). */
export const INSTALMENT_WORDS: readonly string[] = [
  `请在每一期的期限内缴清当期的罚款；期限的最后一日是法定休假日的，顺延至休假日后的第一个工作日。`,
  `一期到期不缴纳的，依据${APL}第七十二条，自期满次日起每日按该期未缴数额的百分之三加处罚款，加处罚款的数额不超出该期未缴的数额；其他各期不受影响。`,
];
