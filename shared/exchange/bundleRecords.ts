import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Kinds of records, in the order in which they stand. `blob` is followed by `bytes` until its size is reached. */
export const RECORD = { header: 1, event: 2, gap: 3, blob: 4, bytes: 5, seal: 6 } as const;
/** See `RECORD`. */
export type RecordKind = keyof typeof RECORD;

/** One record of a bundle's content. */
export type BundleRecord = { readonly kind: RecordKind; readonly payload: Uint8Array };

/** Kind and length before the payload. */
export const RECORD_OVERHEAD = 5;
/** Longer records are refused: 16 MiB, far above any event. */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024;
/** Most bytes of a blob in one record (256 KiB): what importing needs of memory. */
export const MAX_BYTES_RECORD = 256 * 1024;

const KINDS = new Map<number, RecordKind>(
  Object.entries(RECORD).map(([kind, code]) => [code, kind as RecordKind] as const),
);

/** A record's bytes: u8 kind, u32 length, payload. */
export function encodeRecord(kind: RecordKind, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(RECORD_OVERHEAD + payload.length);
  bytes[0] = RECORD[kind];
  new DataView(bytes.buffer).setUint32(1, payload.length);
  bytes.set(payload, RECORD_OVERHEAD);
  return bytes;
}

/** A record whose payload is a value as JSON. */
export function encodeJsonRecord(kind: RecordKind, value: unknown): Uint8Array {
  return encodeRecord(kind, utf8ToBytes(JSON.stringify(value)));
}

/** Puts records together again from pieces that end anywhere. Holds at most one record and one piece. */
export class RecordReader {
  #rest: Uint8Array = new Uint8Array(0);

  /** The records that are whole now. Throws a `RangeError` where the bytes are no records. */
  push(piece: Uint8Array): BundleRecord[] {
    let bytes = piece;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + piece.length);
      bytes.set(this.#rest);
      bytes.set(piece, this.#rest.length);
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const records: BundleRecord[] = [];
    let at = 0;
    while (at + RECORD_OVERHEAD <= bytes.length) {
      const kind = KINDS.get(view.getUint8(at));
      const length = view.getUint32(at + 1);
      if (kind === undefined || length > MAX_RECORD_BYTES) throw new RangeError('not a record');
      const end = at + RECORD_OVERHEAD + length;
      if (end > bytes.length) break;
      records.push({ kind, payload: bytes.subarray(at + RECORD_OVERHEAD, end) });
      at = end;
    }
    this.#rest = bytes.slice(at);
    return records;
  }

  /** True when no part of a record is left over. */
  get isEmpty(): boolean {
    return this.#rest.length === 0;
  }
}
