/** The end of a block (RFC 1951 §3.2.5); bytes are the symbols before it. */
const END = 256;
const LONGEST = 15;
/** In which order the lengths of the lengths' codes come (RFC 1951 §3.2.7): all of them are given. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Bytes that share their codes; a known reader (fflate) makes room for twice as many at once. */
const BLOCK = 65_536;

/**
 * Deflates with a code for bytes alone, looking for no repetitions (RFC 1951; the zlib frame of RFC 1950): outlines of glyphs have
 * hardly any. A fifth larger than the full search makes them, in a small part of its time.
 */
export function deflateLiterals(bytes: Uint8Array): Uint8Array {
  const count = Math.max(1, Math.ceil(bytes.length / BLOCK));
  const blocks = Array.from({ length: count }, (_, at) =>
    blockOf(bytes.subarray(at * BLOCK, (at + 1) * BLOCK), at === count - 1),
  );
  const bits = blocks.reduce((sum, block) => sum + block.bits, 0);
  const made = new Uint8Array(2 + Math.ceil(bits / 8) + 4);
  made.set([0x78, 0x01]);
  const end = blocks.reduce<End>((last, block) => writeBlock(made, last, block), { at: 2, held: 0, count: 0 });
  made[end.at] = end.held;
  new DataView(made.buffer).setUint32(made.length - 4, adler32(bytes));
  return made;
}

type Bits = readonly [value: number, size: number];
type Block = {
  readonly bytes: Uint8Array;
  readonly head: readonly Bits[];
  readonly lengths: Uint8Array;
  readonly codes: Uint16Array;
  /** How long it becomes. */
  readonly bits: number;
};
/** Where the next byte stands, and the `count` bits of it that are known. */
type End = { readonly at: number; readonly held: number; readonly count: number };

function blockOf(bytes: Uint8Array, isLast: boolean): Block {
  const counts = new Uint32Array(END + 1);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  counts[END] = 1;
  const lengths = codeLengths(counts);
  const head = headOf(lengths, isLast);
  const headBits = head.reduce((sum, [, size]) => sum + size, 0);
  const bits = counts.reduce((sum, count, symbol) => sum + count * (lengths[symbol] ?? 0), headBits);
  return { bytes, head, lengths, codes: codesOf(lengths), bits };
}

function writeBlock(made: Uint8Array, { at, held, count }: End, { bytes, head, lengths, codes }: Block): End {
  for (const [value, size] of head) {
    held |= value << count;
    for (count += size; count >= 8; count -= 8, held >>>= 8, at += 1) made[at] = held;
  }
  // No calls and no iterators: this loop is what the time goes to.
  for (let next = 0; next <= bytes.length; next += 1) {
    const symbol = bytes[next] ?? END;
    held |= (codes[symbol] ?? 0) << count;
    for (count += lengths[symbol] ?? 0; count >= 8; count -= 8, held >>>= 8, at += 1) made[at] = held;
  }
  return { at, held, count };
}

/** Codes of the block's own: the lengths of all symbols, each in four bits, and two distances that nobody uses. */
function headOf(lengths: Uint8Array, isLast: boolean): readonly Bits[] {
  return [
    [isLast ? 0b101 : 0b100, 3],
    [0, 5],
    [1, 5],
    [LENGTH_ORDER.length - 4, 4],
    ...LENGTH_ORDER.map((symbol): Bits => [symbol < 16 ? 4 : 0, 3]),
    ...[...lengths, 1, 1].map((length): Bits => [reversed(length, 4), 4]),
  ];
}

/** How long the code of each symbol is: Huffman's, made flatter until none is too long. */
function codeLengths(counts: Uint32Array): Uint8Array {
  const lengths = huffmanLengths(counts);
  if (lengths.every((length) => length <= LONGEST)) return lengths;
  return codeLengths(counts.map((count) => (count === 0 ? 0 : (count >> 1) + 1)));
}

type Knot = { readonly weight: number; readonly symbols: readonly number[] };

function huffmanLengths(counts: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  // One symbol alone would get a code without bits.
  const leaves = [Math.max(1, counts[0] ?? 0), ...counts.subarray(1)]
    .flatMap((weight, symbol): Knot[] => (weight === 0 ? [] : [{ weight, symbols: [symbol] }]))
    .sort((one, other) => one.weight - other.weight);
  // Knots are made in the order of their weight: both queues stay sorted.
  const knots: Knot[] = [];
  const lightest = (): Knot | undefined => {
    const [leaf, knot] = [leaves[0], knots[0]];
    return knot === undefined || (leaf !== undefined && leaf.weight <= knot.weight) ? leaves.shift() : knots.shift();
  };
  for (let one = lightest(), other = lightest(); one !== undefined && other !== undefined;) {
    const symbols = [...one.symbols, ...other.symbols];
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    knots.push({ weight: one.weight + other.weight, symbols });
    [one, other] = [lightest(), lightest()];
  }
  return lengths;
}

/** The codes of RFC 1951 §3.2.2, turned as they stand in the file. */
function codesOf(lengths: Uint8Array): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= LONGEST; length += 1) {
    for (const [symbol, its] of lengths.entries()) {
      if (its !== length) continue;
      codes[symbol] = reversed(code, length);
      code += 1;
    }
    code <<= 1;
  }
  return codes;
}

function reversed(code: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit += 1) turned |= ((code >> bit) & 1) << (length - 1 - bit);
  return turned;
}

/** The check sum of RFC 1950. */
function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let at = 0; at < bytes.length;) {
    for (const end = Math.min(at + 2048, bytes.length); at < end; at += 1) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return high * 65536 + low;
}
