/** Stands between two texts of a block; no text that is searched for contains it. */
const END = '\u0000';

/**
 * Lines of many rows as two pieces of memory instead of a dozen small ones each: the engine has nothing to look into or to
 * move when it clears up, which with 50,000 cases held an answer up for a third of a second.
 */
export class Block<Line> {
  readonly #texts: string;
  readonly #textStarts: Uint32Array;
  readonly #packed: Uint8Array;
  readonly #packedStarts: Uint32Array;

  /** `texts[place]` is what a search looks through of `lines[place]`. */
  constructor(lines: readonly Line[], texts: readonly string[]) {
    this.#texts = [...texts, ''].join(END);
    this.#textStarts = startsOf(texts.map(({ length }) => length + END.length));
    const encoder = new TextEncoder();
    const packed = lines.map((line) => encoder.encode(JSON.stringify(line)));
    this.#packedStarts = startsOf(packed.map(({ length }) => length));
    this.#packed = new Uint8Array(this.#packedStarts.at(-1) ?? 0);
    for (const [place, bytes] of packed.entries()) this.#packed.set(bytes, this.#packedStarts[place]);
  }

  /** The line at a place, as it was put in; members that were `undefined` are absent. */
  line(place: number): Line {
    const bytes = this.#packed.subarray(this.#packedStarts[place], this.#packedStarts[place + 1]);
    return JSON.parse(new TextDecoder().decode(bytes)) as Line;
  }

  /** What is searched of the line at a place. */
  text(place: number): string {
    return this.#texts.slice(this.#textStarts[place], (this.#textStarts[place + 1] ?? 0) - END.length);
  }

  /** By place: how many of the words, no two of them alike, its text contains. */
  countWords(words: readonly string[]): Uint16Array {
    const starts = this.#textStarts;
    const counts = new Uint16Array(starts.length - 1);
    for (const word of words) {
      let place = 0;
      for (let at = this.#texts.indexOf(word); at !== -1; at = this.#texts.indexOf(word, starts[place])) {
        while ((starts[place + 1] ?? Infinity) <= at) place += 1;
        counts[place] = (counts[place] ?? 0) + 1;
        place += 1;
        if (place >= counts.length) break;
      }
    }
    return counts;
  }
}

/** Where each of the pieces begins, and where the last one ends. */
function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (const [place, length] of lengths.entries()) starts[place + 1] = (starts[place] ?? 0) + length;
  return starts;
}

/** What is kept of a line beside its block: where it stands there. */
export type InBlock<Line> = { readonly block: Block<Line>; readonly place: number };

/** True for lines whose text contains every word; each block is looked through once, when the first of its lines is asked for. */
export function textFits<Line>(words: readonly string[]): (entry: InBlock<Line>) => boolean {
  const wanted = [...new Set(words)];
  const known = new Map<Block<Line>, Uint16Array>();
  return ({ block, place }) => {
    let counts = known.get(block);
    if (counts === undefined) {
      counts = block.countWords(wanted);
      known.set(block, counts);
    }
    return counts[place] === wanted.length;
  };
}

const known = new Map<string, string>();

/** The same text, held once: for the few values that thousands of lines share. */
export function once<Text extends string | undefined>(text: Text): Text {
  if (text === undefined) return text;
  const held = known.get(text);
  if (held !== undefined) return held as Text;
  known.set(text, text);
  return text;
}
