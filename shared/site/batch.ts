import { sha256Text } from '../kernel/hash.ts';
import { uuidv7, uuidv7TimeMs } from '../kernel/uuid.ts';

/** How many rows of an import are written in one go: one frame of the journal, one transaction. */
export const IMPORT_PORTION = 500;

/**
 * The id of the thing that row `at` (from 0) of an import becomes. The same row always becomes the same thing: a portion that was
 * written before a crash, and is sent again after it, registers nothing twice.
 */
export function importedSiteId(batch: string, at: number): string {
  const hex = sha256Text(`${batch}:${String(at)}`);
  const bytes = Uint8Array.from({ length: 10 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
  return uuidv7(uuidv7TimeMs(batch) ?? 0, bytes);
}
