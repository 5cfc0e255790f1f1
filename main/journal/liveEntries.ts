import { z } from 'zod';

import { journalEntry, type JournalEntry } from '#shared/bridge/port.ts';

/** The name of an entry: its kind and key. */
export type EntryName = Pick<JournalEntry, 'kind' | 'key'>;

/** What one frame says. */
export const journalOperation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('append'), entries: z.array(journalEntry) }),
  z.strictObject({
    op: z.literal('drop'),
    entries: z.array(z.strictObject({ kind: z.enum(['event', 'draft', 'note']), key: z.string() })),
  }),
]);
export type JournalOperation = z.infer<typeof journalOperation>;

const nameOf = ({ kind, key }: EntryName): string => `${kind}\n${key}`;

/** The entries that count: the last of a name, in order of writing, without the dropped ones. */
export class LiveEntries {
  readonly #entries = new Map<string, { readonly entry: JournalEntry; readonly bytes: number }>();
  #bytes = 0;

  /** Size of the live entries as JSON; what a journal holds beyond that is dead. */
  get bytes(): number {
    return this.#bytes;
  }

  get count(): number {
    return this.#entries.size;
  }

  apply(operation: JournalOperation): void {
    for (const entry of operation.entries) {
      const name = nameOf(entry);
      this.#bytes -= this.#entries.get(name)?.bytes ?? 0;
      this.#entries.delete(name);
    }
    if (operation.op === 'drop') return;
    for (const entry of operation.entries) {
      const bytes = Buffer.byteLength(JSON.stringify(entry));
      const name = nameOf(entry);
      this.#bytes += bytes - (this.#entries.get(name)?.bytes ?? 0);
      this.#entries.delete(name);
      this.#entries.set(name, { entry, bytes });
    }
  }

  /** The entries with their size as JSON. */
  sized(): Iterable<{ readonly entry: JournalEntry; readonly bytes: number }> {
    return this.#entries.values();
  }

  list(): JournalEntry[] {
    return [...this.#entries.values()].map(({ entry }) => entry);
  }
}
