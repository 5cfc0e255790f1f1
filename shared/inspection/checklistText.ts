import { plainText } from '../kernel/plainText.ts';

import type { Checklist } from './checklist.ts';

/** The one text of a checklist (`plainText`). Unlike `canonicalJson` it takes fractions, which limits of a number item may be. */
export function checklistText(checklist: Checklist): string {
  return plainText(checklist);
}
