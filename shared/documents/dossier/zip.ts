import { crc32 } from '../../kernel/crc32.ts';

/** A file in the container. Names are ASCII. */
export type ZipFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * What a container holds. `altered`: the first byte that is not what `zipParts` makes of these files, and the file in whose
 * part it stands, if in any.
 */
export type ReadZip = {
  readonly files: readonly ZipFile[];
  readonly altered?: { readonly at: number; readonly name?: string | undefined } | undefined;
};

const LOCAL = { mark: 0x04034b50, bytes: 30 } as const;
const CENTRAL = { mark: 0x02014b50, bytes: 46 } as const;
const END = { mark: 0x06054b50, bytes: 22 } as const;
/** PKZIP 1.0, stored: photos and PDFs are compressed already. */
const VERSION = 10;
/** 1980-01-01, the first day that the format knows: when a dossier was made stands in its manifest. */
const DAY_ONE = 0x21;
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;
const NAME = /^[A-Za-z0-9][A-Za-z0-9./-]{0,99}$/;

/**
 * The parts of the one ZIP that these files have: stored, sorted by name, without dates, comments or gaps, so that the
 * contents decide every byte. Throws a `RangeError` on names that are not plain, twice there, or more than the format
 * without extensions holds (65,535 files, 4 GiB).
 */
export function zipParts(files: readonly ZipFile[]): Uint8Array[] {
  const sorted = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [index, file] of sorted.entries()) {
    if (!NAME.test(file.name) || sorted[index + 1]?.name === file.name) throw new RangeError(`name: ${file.name}`);
    const crc = crc32(file.bytes);
    const local = localHeader(file, crc);
    directory.push(centralHeader(file, crc, at));
    parts.push(local, file.bytes);
    at += local.length + file.bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  if (sorted.length > MOST_FILES || at + size > MOST_BYTES) throw new RangeError('too large for a ZIP');
  return [...parts, ...directory, endRecord(sorted.length, size, at)];
}

/**
 * Reads a container. It is whole only where every byte is what `zipParts` makes of its files: nothing may stand before,
 * between or behind them, and no field may say anything else. Never throws.
 */
export function readZip(zip: Uint8Array): ReadZip {
  const files: ZipFile[] = [];
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let at = 0;
  while (at + LOCAL.bytes <= zip.length && view.getUint32(at, true) === LOCAL.mark) {
    const size = view.getUint32(at + 18, true);
    const start = at + LOCAL.bytes + view.getUint16(at + 26, true);
    const name = String.fromCharCode(...zip.subarray(at + LOCAL.bytes, Math.min(start, at + LOCAL.bytes + 100)));
    const last = files.at(-1)?.name;
    const fits = start + size <= zip.length && NAME.test(name) && (last === undefined || name > last);
    if (!fits) return { files, altered: { at, name: undefined } };
    files.push({ name, bytes: zip.subarray(start, start + size) });
    at = start + size;
  }
  return { files, altered: firstDifference(zip, files) };
}

function firstDifference(whole: Uint8Array, files: readonly ZipFile[]): ReadZip['altered'] {
  let at = 0;
  for (const [index, part] of zipParts(files).entries()) {
    for (let byte = 0; byte < part.length; byte += 1)
      if (whole[at + byte] !== part[byte]) return { at: at + byte, name: files[Math.floor(index / 2)]?.name };
    at += part.length;
  }
  return at === whole.length ? undefined : { at };
}

/** The 26 bytes that both headers of a file share: from the version to the length of what is not there. */
function common(view: DataView, from: number, { name, bytes }: ZipFile, crc: number): void {
  view.setUint16(from, VERSION, true);
  view.setUint16(from + 8, DAY_ONE, true);
  view.setUint32(from + 10, crc, true);
  view.setUint32(from + 14, bytes.length, true);
  view.setUint32(from + 18, bytes.length, true);
  view.setUint16(from + 22, name.length, true);
}

function localHeader(file: ZipFile, crc: number): Uint8Array {
  const [header, view] = record(LOCAL, file.name);
  common(view, 4, file, crc);
  return header;
}

function centralHeader(file: ZipFile, crc: number, offset: number): Uint8Array {
  const [header, view] = record(CENTRAL, file.name);
  view.setUint16(4, VERSION, true);
  common(view, 6, file, crc);
  view.setUint32(42, offset, true);
  return header;
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  const [header, view] = record(END, '');
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return header;
}

function record({ mark, bytes }: { readonly mark: number; readonly bytes: number }, name: string) {
  const header = new Uint8Array(bytes + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, mark, true);
  for (let index = 0; index < name.length; index += 1) header[bytes + index] = name.charCodeAt(index);
  return [header, view] as const;
}
