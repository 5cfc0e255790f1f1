import { isFrameMarker } from './imageSize.ts';
import { nextMarker, walkScan, type ScanComponent } from './jpegScan.ts';
import { readFrame, readHuffman, type HuffmanLookup, type JpegFrame } from './jpegTables.ts';

/**
 * How whole a JPEG is. `truncated`: the end marker is missing. `damaged`: picture data is missing or impossible,
 * though decoders may draw something. `empty`: no picture data decodes at all. Browsers draw a damaged JPEG without a
 * word, which a file of evidence must not.
 */
export type JpegVerdict = 'complete' | 'truncated' | 'damaged' | 'empty';

type State = {
  frame: JpegFrame | undefined;
  restartEvery: number;
  units: number;
  damaged: boolean;
  readonly tables: Map<number, HuffmanLookup>;
};

/**
 * Judges a JPEG's structure and, for sequential Huffman-coded ones (what cameras write), every unit of picture data.
 * Progressive and arithmetic ones are judged by their markers only. Data after the end marker is not judged (phones
 * append previews and video). A generator that yields every few milliseconds, so that a worker can let other work in.
 */
export function* checkJpeg(bytes: Uint8Array): Generator<undefined, JpegVerdict> {
  const state: State = { frame: undefined, restartEvery: 0, units: 0, damaged: false, tables: new Map() };
  let at = 2;
  for (;;) {
    const found = nextMarker(bytes, at);
    if (found > at + 16) state.damaged = true;
    const marker = bytes[found + 1];
    if (marker === undefined) return verdictWithoutEnd(bytes, found, state);
    if (marker === 0xd9) break;
    const payload = found + 4;
    const end = found + 2 + (((bytes[found + 2] ?? 0) << 8) | (bytes[found + 3] ?? 0));
    if (end < payload || end > bytes.length) return verdictWithoutEnd(bytes, found, state);
    at =
      marker === 0xda ? yield* readScan(bytes, payload, end, state) : readSegment(bytes, marker, payload, end, state);
  }
  if (state.units === 0) return 'empty';
  return state.damaged ? 'damaged' : 'complete';
}

/** The structure broke off at `from`: either the file ends there, or damage looked like a marker. */
function verdictWithoutEnd(bytes: Uint8Array, from: number, state: State): JpegVerdict {
  if (state.units === 0) return 'empty';
  const ends = bytes.some((byte, at) => at >= from && byte === 0xff && bytes[at + 1] === 0xd9);
  return ends ? 'damaged' : 'truncated';
}

function readSegment(bytes: Uint8Array, marker: number, payload: number, end: number, state: State): number {
  if (isFrameMarker(marker)) state.frame = readFrame(bytes, payload, marker);
  else if (marker === 0xc4 && !readHuffman(bytes, payload, end, state.tables)) state.damaged = true;
  else if (marker === 0xdd) state.restartEvery = ((bytes[payload] ?? 0) << 8) | (bytes[payload + 1] ?? 0);
  return end;
}

/** Goes over one scan and answers where the next marker stands. */
function* readScan(bytes: Uint8Array, payload: number, end: number, state: State): Generator<undefined, number> {
  const { frame } = state;
  const parts = frame === undefined ? undefined : scanComponents(bytes, payload, frame, state.tables);
  if (frame === undefined || parts === undefined) {
    state.damaged = true;
    return nextMarker(bytes, end);
  }
  // A height of 0 stands in a later marker (DNL); such files and progressive ones are judged by markers only.
  if (!frame.huffmanBaseline || frame.heightPx === 0) {
    const next = nextMarker(bytes, end);
    if (next > end) state.units += 1;
    return next;
  }
  const walk = yield* walkScan(bytes, end, frame, parts, state.restartEvery);
  state.units += walk.units;
  if (!walk.intact) state.damaged = true;
  return walk.end;
}

function scanComponents(
  bytes: Uint8Array,
  payload: number,
  frame: JpegFrame,
  tables: Map<number, HuffmanLookup>,
): readonly ScanComponent[] | undefined {
  const count = bytes[payload] ?? 0;
  const parts: ScanComponent[] = [];
  for (let i = 0; i < count; i += 1) {
    const component = frame.components.find(({ id }) => id === bytes[payload + 1 + 2 * i]);
    const selector = bytes[payload + 2 + 2 * i] ?? 0;
    const [dc, ac] = [tables.get(selector >> 4), tables.get(0x10 | (selector & 15))];
    if (component === undefined) return undefined;
    if (frame.huffmanBaseline && (dc === undefined || ac === undefined)) return undefined;
    parts.push({ component, dc: dc ?? NO_TABLE, ac: ac ?? NO_TABLE });
  }
  return parts.length === 0 ? undefined : parts;
}

const NO_TABLE: HuffmanLookup = new Uint16Array(65_536);
