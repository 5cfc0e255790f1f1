/** A colour of the test pictures, 0-255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A picture of flat 8×8 blocks: the size in blocks and each block's colour. */
export type BlockPicture = {
  readonly columns: number;
  readonly rows: number;
  readonly colourAt: (column: number, row: number) => Rgb;
  /** Blocks between restart markers; none when left out. */
  readonly restartEvery?: number;
  /** Whole segments (marker, length, payload) that follow the start marker, e.g. EXIF. */
  readonly segments?: readonly Uint8Array[];
};

/** Every test colour survives JPEG to within a few units, so pictures can be recognised by their corners. */
export const RED: Rgb = [220, 30, 30];
export const GREEN: Rgb = [30, 200, 30];
export const BLUE: Rgb = [30, 30, 220];
export const WHITE: Rgb = [250, 250, 250];

/** Red, green / blue, white quadrants: tells each of the eight orientations from the others. */
export function quadrants(columns: number, rows: number): BlockPicture['colourAt'] {
  return (column, row) => {
    if (row < rows / 2) return column < columns / 2 ? RED : GREEN;
    return column < columns / 2 ? BLUE : WHITE;
  };
}

/** Wraps a payload as a JPEG segment. */
export function segment(marker: number, payload: readonly number[] | Uint8Array): Uint8Array {
  const length = payload.length + 2;
  return Uint8Array.from([0xff, marker, length >> 8, length & 255, ...payload]);
}

/**
 * A small valid baseline JPEG made of flat blocks: only DC values are coded, so an encoder of a page is enough. The
 * DC table has the twelve sizes with four bits each, the AC table only "end of block" with one bit.
 */
export function buildJpeg(picture: BlockPicture): Uint8Array<ArrayBuffer> {
  const [width, height] = [picture.columns * 8, picture.rows * 8];
  const dcCodes = Array.from({ length: 12 }, (_, size) => size);
  const parts: Uint8Array[] = [
    Uint8Array.of(0xff, 0xd8),
    ...(picture.segments ?? []),
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc0, [
      8,
      height >> 8,
      height & 255,
      width >> 8,
      width & 255,
      3,
      ...[1, 2, 3].flatMap((id) => [id, 0x11, 0]),
    ]),
    segment(0xc4, [0x00, 0, 0, 0, 12, ...Array<number>(12).fill(0), ...dcCodes]),
    segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    ...(picture.restartEvery === undefined
      ? []
      : [segment(0xdd, [picture.restartEvery >> 8, picture.restartEvery & 255])]),
    segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    encodeBlocks(picture),
    Uint8Array.of(0xff, 0xd9),
  ];
  return concatBytes(parts);
}

/** Puts byte arrays one after the other. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function encodeBlocks(picture: BlockPicture): Uint8Array {
  const writer = new BitWriter();
  const last = [0, 0, 0];
  for (let unit = 0; unit < picture.columns * picture.rows; unit += 1) {
    const restart = picture.restartEvery ?? 0;
    if (restart > 0 && unit > 0 && unit % restart === 0) {
      writer.restart((unit / restart - 1) % 8);
      last.fill(0);
    }
    const [red, green, blue] = picture.colourAt(unit % picture.columns, Math.floor(unit / picture.columns));
    const ycc = [
      0.299 * red + 0.587 * green + 0.114 * blue,
      0.564 * (blue - luma(red, green, blue)) + 128,
      0.713 * (red - luma(red, green, blue)) + 128,
    ];
    ycc.forEach((value, component) => {
      const dc = Math.round((value - 128) * 8);
      writeDc(writer, dc - (last[component] ?? 0));
      last[component] = dc;
      writer.put(0, 1);
    });
  }
  return writer.finish();
}

function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function writeDc(writer: BitWriter, difference: number): void {
  const size = 32 - Math.clz32(Math.abs(difference));
  writer.put(size, 4);
  if (size > 0) writer.put(difference > 0 ? difference : difference + (1 << size) - 1, size);
}

class BitWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  #bits = 0;
  #count = 0;

  put(value: number, bits: number): void {
    this.#bits = (this.#bits << bits) | value;
    this.#count += bits;
    while (this.#count >= 8) {
      this.#count -= 8;
      const byte = (this.#bits >>> this.#count) & 0xff;
      this.#push(byte);
      if (byte === 0xff) this.#push(0);
    }
    this.#bits &= 0xff;
  }

  restart(index: number): void {
    this.#align();
    this.#push(0xff);
    this.#push(0xd0 + index);
  }

  finish(): Uint8Array {
    this.#align();
    return this.#bytes.slice(0, this.#length);
  }

  #align(): void {
    if (this.#count > 0) this.put((1 << (8 - this.#count)) - 1, 8 - this.#count);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }
}
