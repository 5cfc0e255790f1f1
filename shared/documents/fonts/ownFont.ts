import { err, ok, type Result } from '#shared/kernel/result.ts';

import { readFont, tablesOf, type FontMetrics } from './font.ts';

/** A font that a bureau has: its name as it stands in a PDF. */
export type OwnFont = { readonly name: string; readonly bytes: Uint8Array; readonly metrics: FontMetrics };
/** Why a font is not used: it is none of TrueType's with outlines and characters of Unicode; its licence forbids embedding. */
export type FontFault = 'not_truetype' | 'no_embedding';

/** Bits of `fsType` (OpenType, table OS/2): no embedding, no subset, pictures alone. */
const FORBIDS = 0x0002 | 0x0100 | 0x0200;

/** Reads a font that somebody else made. `file`: the name of its file. */
export function readOwnFont(bytes: Uint8Array, file: string): Result<OwnFont, FontFault> {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const table = tablesOf(view);
    for (const tag of ['glyf', 'loca', 'maxp']) table(tag);
    if ((view.getUint16(table('OS/2').offset + 8) & FORBIDS) !== 0) return err('no_embedding');
    const name = file.replace(/\.[^.]*$/, '').replaceAll(/[^\w-]/g, '') || 'Own';
    return ok({ name, bytes, metrics: readFont(bytes) });
  } catch {
    // Whatever is missing or points outside of the file: it is no such font.
    return err('not_truetype');
  }
}

/** The metrics of a font where it has the character, and of another one where not. Lines are as high as the other's. */
export function withRest(own: FontMetrics | undefined, rest: FontMetrics): FontMetrics {
  if (own === undefined) return rest;
  const of = (codePoint: number): FontMetrics => (own.has(codePoint) ? own : rest);
  return {
    ...rest,
    has: (codePoint) => own.has(codePoint) || rest.has(codePoint),
    glyph: (codePoint) => of(codePoint).glyph(codePoint),
    advance: (codePoint) => of(codePoint).advance(codePoint),
  };
}
