import type { PhotoData } from '../events/evidenceEvents.ts';

/** The image types that may enter the file as evidence. */
export type PhotoMime = PhotoData['mime'];

/**
 * What the first bytes say. `empty`: no bytes. `truncated`: begins like an image, but ends within its header.
 * `not_an_image`: none of the types the file takes, whatever the name says.
 */
export type Sniffed = { readonly mime: PhotoMime } | { readonly reject: 'empty' | 'not_an_image' | 'truncated' };

type Signature = {
  readonly mime: PhotoMime;
  readonly minBytes: number;
  readonly matches: (bytes: Uint8Array) => boolean;
};

const HEIF_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);

const SIGNATURES: readonly Signature[] = [
  // 107 bytes: the least a JPEG needs for one frame header, one table of each kind and a scan header.
  { mime: 'image/jpeg', minBytes: 107, matches: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  {
    mime: 'image/png',
    minBytes: 57,
    matches: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  { mime: 'image/gif', minBytes: 14, matches: (bytes) => ['GIF87a', 'GIF89a'].includes(asciiAt(bytes, 0, 6)) },
  {
    mime: 'image/webp',
    minBytes: 20,
    matches: (bytes) => asciiAt(bytes, 0, 4) === 'RIFF' && asciiAt(bytes, 8, 4) === 'WEBP',
  },
  { mime: 'image/heic', minBytes: 24, matches: isHeif },
  { mime: 'image/bmp', minBytes: 30, matches: isBmp },
  {
    mime: 'image/tiff',
    minBytes: 14,
    matches: (bytes) => startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a]),
  },
];

/** Tells an image's type by its magic numbers; the file's name and the type the system gave are never asked. */
export function sniffImage(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { reject: 'empty' };
  const found = SIGNATURES.find((signature) => signature.matches(bytes));
  if (found === undefined) return { reject: 'not_an_image' };
  return bytes.length < found.minBytes ? { reject: 'truncated' } : { mime: found.mime };
}

/** The text of `length` bytes at `offset`, one character per byte; shorter where the bytes end. */
export function asciiAt(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((value, index) => bytes[index] === value);
}

/** HEIF by the brands of its `ftyp` box: the major one or a compatible one. */
function isHeif(bytes: Uint8Array): boolean {
  if (asciiAt(bytes, 4, 4) !== 'ftyp') return false;
  const size = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length, 256);
  const brands = [asciiAt(bytes, 8, 4)];
  // `mif1` is also what AVIF is compatible with, so a foreign major brand decides against the type.
  if (brands[0] === 'avif' || brands[0] === 'avis') return false;
  for (let at = 16; at + 4 <= size; at += 4) brands.push(asciiAt(bytes, at, 4));
  if (brands.includes('avif')) return false;
  return brands.some((brand) => HEIF_BRANDS.has(brand));
}

/** `BM` is too short a mark to trust alone: the header size after it must be a known one. */
function isBmp(bytes: Uint8Array): boolean {
  if (asciiAt(bytes, 0, 2) !== 'BM') return false;
  return bytes.length < 18 || [12, 16, 40, 52, 56, 64, 108, 124].includes(bytes[14] ?? 0);
}
