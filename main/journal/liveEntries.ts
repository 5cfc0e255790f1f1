import { z } from 'zod';

import { journalEntry, type JournalEntry } from '#shared/bridge/port.ts';

/** The name of an entry: its kind and key. */
export type EntryName = Pick<JournalEntry, 'kind' | 'key'>;

/** What one frame says. */
export const journalOperation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('append'), entries: z.array(journalEntry) }),
  z.strictObject({ op: z.literal('settle'), events: z.array(z.strictObject({ key: z.string(), atMs: z.number() })) }),
  z.strictObject({
    op: z.literal('drop'),
    entries: z.array(z.strictObject({ kind: z.enum(['event', 'draft', 'note']), key: z.string() })),
  }),
]);
export type JournalOperation = z.infer<typeof journalOperation>;

const nameOf = ({ kind, key }: EntryName): string => `${kind}\n${key}`;

/** An entry that counts. `bytes`: its size as JSON. `settledMs`: when the server had it for sure. */
type Live = { readonly entry: JournalEntry; readonly bytes: number; readonly settledMs?: number };

/** What a file says of a settled entry, beside its name. */
const SETTLED_BYTES = 40;

/** How long and how much of what the server has is kept. */
export type Keep = { readonly sinceMs: number; readonly bytes: number };

/** The entries that count: the last of a name, in order of writing, without the dropped ones. */
export class LiveEntries {
  readonly #entries = new Map<string, Live>();
  #bytes = 0;
  #settledBytes = 0;

  /** Size of the live entries as JSON; what a journal holds beyond that is dead. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Size of what says of entries that they are settled. */
  get settledBytes(): number {
    return this.#settledBytes;
  }

  get count(): number {
    return this.#entries.size;
  }

  apply(operation: JournalOperation): void {
    if (operation.op === 'settle') {
      for (const { key, atMs } of operation.events) this.#settle(nameOf({ kind: 'event', key }), atMs);
      return;
    }
    if (operation.op === 'drop') {
      for (const entry of operation.entries) this.#remove(nameOf(entry));
      return;
    }
    for (const entry of operation.entries) {
      const bytes = Buffer.byteLength(JSON.stringify(entry));
      const name = nameOf(entry);
      this.#remove(name);
      this.#entries.set(name, { entry, bytes });
      this.#bytes += bytes;
    }
  }

  /** Forgets settled entries from before a time, and the oldest ones beyond a size. */
  forget({ sinceMs, bytes }: Keep): void {
    const settled = [...this.#entries].flatMap(([name, live]) =>
      live.settledMs === undefined ? [] : [{ name, settledMs: live.settledMs, bytes: live.bytes }],
    );
    let kept = 0;
    for (const one of settled.sort((a, b) => b.settledMs - a.settledMs)) {
      kept += one.bytes;
      if (one.settledMs < sinceMs || kept > bytes) this.#remove(one.name);
    }
  }

  /** The entries with their size as JSON, and when they were settled. */
  sized(): Iterable<Live> {
    return this.#entries.values();
  }

  /** Those that nobody else has for sure, or those that the server has. */
  list(which: 'unsettled' | 'settled'): JournalEntry[] {
    return [...this.#entries.values()]
      .filter(({ settledMs }) => (settledMs === undefined) === (which === 'unsettled'))
      .map(({ entry }) => entry);
  }

  #settle(name: string, settledMs: number): void {
    const live = this.#entries.get(name);
    if (live === undefined) return;
    if (live.settledMs === undefined) this.#settledBytes += name.length + SETTLED_BYTES;
    this.#entries.set(name, { ...live, settledMs });
  }

  #remove(name: string): void {
    const live = this.#entries.get(name);
    if (live === undefined) return;
    this.#bytes -= live.bytes;
    if (live.settledMs !== undefined) this.#settledBytes -= name.length + SETTLED_BYTES;
    this.#entries.delete(name);
  }
}
