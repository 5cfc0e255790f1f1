/** One component of a JPEG frame: its id and its sampling factors. */
export type JpegComponent = { readonly id: number; readonly h: number; readonly v: number };

/** What a JPEG's frame header says. `huffmanBaseline`: sequential, 8 bits, Huffman coded (SOF0, SOF1). */
export type JpegFrame = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly huffmanBaseline: boolean;
  readonly components: readonly JpegComponent[];
};

/**
 * A Huffman table for looking up the next 16 bits at once: code length in the upper byte, symbol in the lower one;
 * 0 where no code begins with these bits.
 */
export type HuffmanLookup = Uint16Array;

/** Reads a frame header whose payload (after the length) begins at `at`. Undefined when it is broken. */
export function readFrame(bytes: Uint8Array, at: number, marker: number): JpegFrame | undefined {
  const word = (offset: number): number => ((bytes[at + offset] ?? 0) << 8) | (bytes[at + offset + 1] ?? 0);
  const count = bytes[at + 5] ?? 0;
  if (count < 1 || count > 4 || at + 6 + 3 * count > bytes.length) return undefined;
  const components: JpegComponent[] = [];
  for (let i = 0; i < count; i += 1) {
    const sampling = bytes[at + 7 + 3 * i] ?? 0;
    const [h, v] = [sampling >> 4, sampling & 15];
    if (h < 1 || h > 4 || v < 1 || v > 4) return undefined;
    components.push({ id: bytes[at + 6 + 3 * i] ?? 0, h, v });
  }
  const huffmanBaseline = (marker === 0xc0 || marker === 0xc1) && bytes[at] === 8;
  return { widthPx: word(3), heightPx: word(1), huffmanBaseline, components };
}

/**
 * Reads the tables of one DHT segment into `tables`, keyed by class and destination (`0`-`3` DC, `16`-`19` AC).
 * False when a table is broken.
 */
export function readHuffman(bytes: Uint8Array, from: number, to: number, tables: Map<number, HuffmanLookup>): boolean {
  let at = from;
  while (at + 17 <= to) {
    const key = bytes[at] ?? 0;
    const lengths = bytes.subarray(at + 1, at + 17);
    const symbols = lengths.reduce((sum, count) => sum + count, 0);
    if (at + 17 + symbols > to || symbols > 256) return false;
    const lookup = buildLookup(lengths, bytes.subarray(at + 17, at + 17 + symbols));
    if (lookup === undefined) return false;
    tables.set(key, lookup);
    at += 17 + symbols;
  }
  return at === to;
}

function buildLookup(lengths: Uint8Array, symbols: Uint8Array): HuffmanLookup | undefined {
  const lookup = new Uint16Array(65_536);
  let code = 0;
  let next = 0;
  for (let length = 1; length <= 16; length += 1) {
    for (let i = 0; i < (lengths[length - 1] ?? 0); i += 1) {
      const first = code << (16 - length);
      if (first >= 65_536) return undefined;
      lookup.fill((length << 8) | (symbols[next] ?? 0), first, first + (1 << (16 - length)));
      code += 1;
      next += 1;
    }
    code <<= 1;
  }
  return lookup;
}
