import type { JournalEntry } from '#shared/bridge/port.ts';

import type { PortClient } from '../port.ts';

/** Entries of a refused command, and what stood under their names before. */
type Owed = { readonly drop: readonly JournalEntry[]; readonly restore: readonly JournalEntry[] };

/**
 * Frames that must leave the journal because their command was refused. As long as one is still there no other command
 * may write: at the next start it would come back beside an event with the same place in the log.
 */
export class TakeBacks {
  #owed: readonly Owed[] = [];

  /** Notes a frame that has to go. */
  owe(drop: readonly JournalEntry[], restore: readonly JournalEntry[]): void {
    this.#owed = [...this.#owed, { drop, restore }];
  }

  /** Takes back what is owed, in the order of writing. Throws a `PortError` when main cannot write; the rest stays owed. */
  async settle(port: PortClient): Promise<void> {
    for (let next = this.#owed[0]; next !== undefined; next = this.#owed[0]) {
      await port.call('journal.drop', { entries: next.drop.map(({ kind, key }) => ({ kind, key })) });
      if (next.restore.length > 0) await port.call('journal.append', { entries: [...next.restore] });
      this.#owed = this.#owed.slice(1);
    }
  }
}
