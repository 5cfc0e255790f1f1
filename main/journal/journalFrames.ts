import type { JournalEntry } from '#shared/bridge/port.ts';

import { seal, unseal } from '../keys/seal.ts';

import { encodeFrame, FILE_HEADER_BYTES, JOURNAL_VERSION, readFileHeader, scanFrames, type Scan } from './frame.ts';
import { journalOperation, LiveEntries, type JournalOperation } from './liveEntries.ts';

const LABEL = 'journal-frame';
/** Bounds of one frame when live entries are written anew. */
const ENTRIES_PER_FRAME = 200;
const BYTES_PER_FRAME = 4 * 1024 * 1024;

/** The journal was written by a newer version of the app and is left untouched. */
export class NewerJournalError extends Error {
  constructor() {
    super('the journal was written by a newer version');
    this.name = 'NewerJournalError';
  }
}

/** What a file holds. `end`: where the last intact frame ends. `hasHeader`: false when it was cut short at creation or is damaged. */
export type Loaded = {
  readonly live: LiveEntries;
  readonly damaged: number;
  readonly end: number;
  readonly tail: Scan['tail'];
  readonly hasHeader: boolean;
  /** Written by an older version. */
  readonly isOlder: boolean;
};

/** One sealed and framed operation. */
export function encode(key: Uint8Array, operation: JournalOperation): Buffer {
  return encodeFrame(seal(key, Buffer.from(JSON.stringify(operation)), LABEL));
}

function decode(key: Uint8Array, payload: Buffer): JournalOperation | undefined {
  const plain = unseal(key, payload, LABEL);
  if (plain === undefined) return undefined;
  try {
    return journalOperation.safeParse(JSON.parse(plain.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Reads every entry that can be read. Throws `NewerJournalError`. */
export function load(key: Uint8Array, bytes: Buffer): Loaded {
  const live = new LiveEntries();
  const version = readFileHeader(bytes);
  if (version !== undefined && version > JOURNAL_VERSION) throw new NewerJournalError();
  const scan = scanFrames(bytes, Math.min(FILE_HEADER_BYTES, bytes.length));
  // A header cut short at creation holds nothing yet; a whole one that is wrong is damage.
  let damaged = scan.damaged + (version === undefined && bytes.length >= FILE_HEADER_BYTES ? 1 : 0);
  for (const payload of scan.payloads) {
    const operation = decode(key, payload);
    if (operation === undefined) damaged += 1;
    else live.apply(operation);
  }
  return {
    live,
    damaged,
    end: scan.end,
    tail: scan.tail,
    hasHeader: version !== undefined,
    isOlder: version !== undefined && version < JOURNAL_VERSION,
  };
}

/** The frames of a file that holds just these entries, one after the other: a journal may be larger than one likes in memory twice. */
export function* liveFrames(key: Uint8Array, live: LiveEntries): Generator<Buffer> {
  let entries: JournalEntry[] = [];
  const settled: { key: string; atMs: number }[] = [];
  let bytes = 0;
  for (const next of live.sized()) {
    if (next.settledMs !== undefined) settled.push({ key: next.entry.key, atMs: next.settledMs });
    if (entries.length > 0 && (entries.length >= ENTRIES_PER_FRAME || bytes + next.bytes > BYTES_PER_FRAME)) {
      yield encode(key, { op: 'append', entries });
      entries = [];
      bytes = 0;
    }
    entries.push(next.entry);
    bytes += next.bytes;
  }
  if (entries.length > 0) yield encode(key, { op: 'append', entries });
  for (let at = 0; at < settled.length; at += ENTRIES_PER_FRAME)
    yield encode(key, { op: 'settle', events: settled.slice(at, at + ENTRIES_PER_FRAME) });
}

/** Bytes that a freshly written file of the live entries has at most, above the entries' own. */
export function overheadOf({ count, bytes, settledBytes }: LiveEntries): number {
  const frames = 2 * Math.ceil(count / ENTRIES_PER_FRAME) + Math.ceil((2 * bytes) / BYTES_PER_FRAME);
  return FILE_HEADER_BYTES + count + frames * 96 + settledBytes;
}
