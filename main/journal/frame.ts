import { crc32 } from '#shared/kernel/crc32.ts';

/**
 * The journal's file form. Header: 8 bytes magic, u32 version, u32 CRC of both. Frame: 4 bytes marker, u32 payload
 * length, u32 CRC of both, payload, u32 CRC of the payload. All little endian. The length has its own CRC so that a
 * damaged payload can be skipped, and a damaged length is never believed.
 */
const MAGIC = Buffer.from('XUNZHI-J', 'latin1');
const MARKER = Buffer.from([0x9f, 0x58, 0x5a, 0x46]);
/** 2: events that the server has are kept for a while. */
export const JOURNAL_VERSION = 2;
export const FILE_HEADER_BYTES = 16;
export const FRAME_HEADER_BYTES = 12;
export const FRAME_OVERHEAD = FRAME_HEADER_BYTES + 4;
/** Longer payloads are refused at writing. */
export const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

/** What a scan found. `end`: where the last intact frame ends; `tail` is what lies between there and the end of the file. */
export type Scan = {
  readonly payloads: readonly Buffer[];
  readonly damaged: number;
  readonly end: number;
  readonly tail: 'none' | 'torn' | 'damaged';
};

export function fileHeader(version: number = JOURNAL_VERSION): Buffer {
  const header = Buffer.alloc(FILE_HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32LE(version, 8);
  header.writeUInt32LE(crc32(header.subarray(0, 12)), 12);
  return header;
}

/** The version a header states, or undefined when the header is damaged or none. */
export function readFileHeader(bytes: Buffer): number | undefined {
  if (bytes.length < FILE_HEADER_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return undefined;
  if (bytes.readUInt32LE(12) !== crc32(bytes.subarray(0, 12))) return undefined;
  return bytes.readUInt32LE(8);
}

export function encodeFrame(payload: Uint8Array): Buffer {
  const frame = Buffer.alloc(FRAME_OVERHEAD + payload.length);
  MARKER.copy(frame);
  frame.writeUInt32LE(payload.length, 4);
  frame.writeUInt32LE(crc32(frame.subarray(0, 8)), 8);
  frame.set(payload, FRAME_HEADER_BYTES);
  frame.writeUInt32LE(crc32(payload), FRAME_HEADER_BYTES + payload.length);
  return frame;
}

/** Payload length of the frame that begins at `at`, or undefined when no intact frame header stands there. */
function payloadLengthAt(bytes: Buffer, at: number): number | undefined {
  if (at + FRAME_HEADER_BYTES > bytes.length || !bytes.subarray(at, at + 4).equals(MARKER)) return undefined;
  if (bytes.readUInt32LE(at + 8) !== crc32(bytes.subarray(at, at + 8))) return undefined;
  return bytes.readUInt32LE(at + 4);
}

function nextHeader(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(MARKER, from); at !== -1; at = bytes.indexOf(MARKER, at + 1)) {
    if (payloadLengthAt(bytes, at) !== undefined) return at;
  }
  return undefined;
}

/** An append that was cut short leaves the beginning of a frame; a power cut may leave zeros that were never filled. */
function isTorn(bytes: Buffer, at: number): boolean {
  const rest = bytes.subarray(at);
  if (rest.every((byte) => byte === 0)) return true;
  const marker = rest.subarray(0, 4);
  return rest.length < FRAME_HEADER_BYTES && MARKER.subarray(0, marker.length).equals(marker);
}

/** Reads every intact frame from `start`. A damaged one is counted and skipped; nothing behind it is lost for it. */
export function scanFrames(bytes: Buffer, start: number): Scan {
  const payloads: Buffer[] = [];
  let damaged = 0;
  let at = start;
  let end = start;
  while (at < bytes.length) {
    const length = payloadLengthAt(bytes, at);
    if (length === undefined) {
      const next = nextHeader(bytes, at + 1);
      if (next === undefined) {
        const torn = isTorn(bytes, at);
        return { payloads, damaged: torn ? damaged : damaged + 1, end, tail: torn ? 'torn' : 'damaged' };
      }
      damaged += 1;
      at = next;
      continue;
    }
    const after = at + FRAME_OVERHEAD + length;
    if (after > bytes.length) return { payloads, damaged, end, tail: 'torn' };
    const payload = bytes.subarray(at + FRAME_HEADER_BYTES, after - 4);
    if (bytes.readUInt32LE(after - 4) === crc32(payload)) payloads.push(payload);
    else damaged += 1;
    at = after;
    end = after;
  }
  return { payloads, damaged, end, tail: 'none' };
}
