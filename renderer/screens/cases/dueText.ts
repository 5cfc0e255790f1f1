import { recheckWords } from '#renderer/app/language/zh/caseWords.ts';
import type { Tone } from '#renderer/components/StatusBadge.tsx';
import type { Recheck } from '#renderer/queries/caseLines/recheck.ts';

/** The due date of a case as a badge; undefined when nothing is due. */
export function dueBadge(recheck: Recheck): { readonly text: string; readonly tone: Tone } | undefined {
  if (recheck.is === 'none') return undefined;
  if (recheck.is === 'waiting') return recheckWords.waiting(recheck.dueOn);
  return recheck.is === 'due' ? recheckWords.due : recheckWords.overdue(recheck.days);
}
