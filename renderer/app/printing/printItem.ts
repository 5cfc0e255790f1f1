import type { PrintSource } from '#renderer/queries/prints.ts';
import type { PaperOffer } from '#shared/documents/papers/index.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';

/** Copies of one document at a time. */
export const MAX_COPIES = 99;

/**
 * Something that can be printed. `title` is what the job is called, here and at the printer; `isNarrow`: it also has a layout
 * for small paper.
 */
export type PrintItem = {
  readonly key: string;
  readonly source: PrintSource;
  readonly title: string;
  readonly isNarrow?: boolean;
};

/** A paper of a file as something to print. */
export function paperItem(caseId: string, { kind, event, title, on }: PaperOffer): PrintItem {
  const source = { is: 'paper', caseId, kind, event } as const;
  return { key: `${kind} ${event}`, source, title: `${title} ${formatChinaDate(on)}` };
}
