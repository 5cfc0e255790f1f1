import type { HuffmanLookup, JpegComponent, JpegFrame } from './jpegTables.ts';

/** One component in a scan with its tables. */
export type ScanComponent = {
  readonly component: JpegComponent;
  readonly dc: HuffmanLookup;
  readonly ac: HuffmanLookup;
};

/** What walking a scan found: units decoded of those due, where the next marker stands, and whether all fitted. */
export type ScanWalk = {
  readonly units: number;
  readonly unitsDue: number;
  readonly end: number;
  readonly intact: boolean;
};

/** Bytes between the last unit and the next marker that are still taken for padding. */
const PADDING_LIMIT = 64;
/** Units between two pauses: a few milliseconds of work. */
const UNITS_PER_STEP = 20_000;

/**
 * Walks the entropy-coded data of a sequential scan without making pixels, only to see that every unit (MCU) is there
 * and decodes. Yields now and then, so that the caller can let other work in.
 */
export function* walkScan(
  bytes: Uint8Array,
  start: number,
  frame: JpegFrame,
  parts: readonly ScanComponent[],
  restartEvery: number,
): Generator<undefined, ScanWalk> {
  const unitsDue = countUnits(frame, parts);
  const blocks = parts.flatMap((part) =>
    Array<ScanComponent>(parts.length === 1 ? 1 : part.component.h * part.component.v).fill(part),
  );
  const reader = new BitReader(bytes, start);
  let units = 0;
  let intact = true;
  while (units < unitsDue) {
    if (
      restartEvery > 0 &&
      units > 0 &&
      units % restartEvery === 0 &&
      !reader.takeRestart((units / restartEvery - 1) % 8)
    ) {
      intact = false;
      break;
    }
    if (!blocks.every((block) => skipBlock(reader, block))) {
      intact = false;
      break;
    }
    units += 1;
    if (units % UNITS_PER_STEP === 0) yield undefined;
  }
  const end = nextMarker(bytes, reader.position());
  return { units, unitsDue, end, intact: intact && end - reader.position() <= PADDING_LIMIT };
}

/** Position of the next marker that is neither stuffing nor a restart; the length of the bytes when there is none. */
export function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1] ?? 0;
    if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return at;
  }
  return bytes.length;
}

function countUnits(frame: JpegFrame, parts: readonly ScanComponent[]): number {
  const hMax = Math.max(...frame.components.map((component) => component.h));
  const vMax = Math.max(...frame.components.map((component) => component.v));
  const alone = parts.length === 1 ? parts[0]?.component : undefined;
  // A scan of one component has one block a unit and leaves out the blocks beyond the picture's edge.
  const [h, v] = alone === undefined ? [1, 1] : [alone.h / hMax, alone.v / vMax];
  const size = (pixels: number, share: number, max: number): number =>
    Math.ceil(alone === undefined ? pixels / (8 * max) : Math.ceil(pixels * share) / 8);
  return size(frame.widthPx, h, hMax) * size(frame.heightPx, v, vMax);
}

/** Reads one 8×8 block past; false when its codes are impossible or the data ended. */
function skipBlock(reader: BitReader, block: ScanComponent): boolean {
  const size = reader.symbol(block.dc);
  if (size < 0 || size > 16) return false;
  reader.skip(size);
  for (let k = 1; k < 64; k += 1) {
    const symbol = reader.symbol(block.ac);
    if (symbol < 0) return false;
    const bits = symbol & 15;
    if (bits === 0) {
      if (symbol !== 0xf0) break;
      k += 15;
    } else {
      k += symbol >> 4;
      reader.skip(bits);
    }
    if (k > 63) return false;
  }
  return !reader.overran();
}

/** Bits of entropy-coded data: stuffing removed, zeros after a marker, with the count of those that were not there. */
class BitReader {
  #bits = 0;
  #count = 0;
  #missing = 0;
  #at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** The next symbol of a table; -1 where no code fits. */
  symbol(table: HuffmanLookup): number {
    if (this.#count < 16) this.#fill();
    const found = table[(this.#bits >>> (this.#count - 16)) & 0xffff] ?? 0;
    if (found === 0) return -1;
    this.#count -= found >> 8;
    return found & 0xff;
  }

  skip(bits: number): void {
    if (this.#count < bits) this.#fill();
    this.#count -= bits;
  }

  /** True when bits were used that stand behind a marker or the end. */
  overran(): boolean {
    return this.#missing > this.#count;
  }

  /** The next byte not yet fetched: up to three bytes ahead of the bits used, never past a marker. */
  position(): number {
    return this.#at;
  }

  /** Drops the rest of the current byte and takes the restart marker that must follow. */
  takeRestart(index: number): boolean {
    const unread = this.#count - this.#missing;
    if (unread >= 8) return false;
    this.#bits = 0;
    this.#count = 0;
    this.#missing = 0;
    while (this.#bytes[this.#at] === 0xff && this.#bytes[this.#at + 1] === 0xff) this.#at += 1;
    if (this.#bytes[this.#at] !== 0xff || this.#bytes[this.#at + 1] !== 0xd0 + index) return false;
    this.#at += 2;
    return true;
  }

  /** Fills up to at least 17 bits; never more than 24 are kept, so that the shifts stay within 32. */
  #fill(): void {
    while (this.#count <= 16) {
      const byte = this.#bytes[this.#at] ?? 0xff;
      if (byte === 0xff && this.#bytes[this.#at + 1] !== 0) {
        this.#missing += 8;
        this.#bits = (this.#bits << 8) & 0xffffff00;
      } else {
        this.#bits = (this.#bits << 8) | byte;
        this.#at += byte === 0xff ? 2 : 1;
      }
      this.#count += 8;
    }
  }
}
