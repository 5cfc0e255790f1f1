import { z } from 'zod';

/**
 * What a document can be printed on beside the A4 it is issued on: A5, and 80 mm from a roll, which portable printers take.
 * The words are those that the issuing event froze, or of the paper's record; only their places differ.
 */
export const NARROW_MEDIA = ['A5', 'roll80'] as const;
/** See `NARROW_MEDIA`. */
export const narrowField = z.enum(NARROW_MEDIA);
/** See `NARROW_MEDIA`. */
export type NarrowMedium = z.infer<typeof narrowField>;
/** Small paper, or the A4 a document was issued on. */
export type Medium = NarrowMedium | 'A4';

/** What is handed over in the street: 责令限期改正通知书, 当场行政处罚决定书 and 门前三包整改告知单. */
const NARROW_KINDS: ReadonlySet<string> = new Set(['D07', 'D21', 'D38']);

/** True for a document or a paper that has a narrow layout. */
export function isNarrowKind(kind: string): boolean {
  return NARROW_KINDS.has(kind);
}
