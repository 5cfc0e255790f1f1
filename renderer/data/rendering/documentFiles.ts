import type { FontMetrics } from './font.ts';
import { subsetFont } from './fontSubset.ts';

/** A font as it was read once: its bytes, and what the layout needs of it. */
export type LoadedFont = { readonly bytes: Uint8Array; readonly metrics: FontMetrics };

/** Files that pdfmake reads while it makes one document, in place of its own file system. */
export type DocumentFiles = {
  readonly existsSync: (name: string) => boolean;
  readonly readFileSync: (name: string) => Uint8Array | ArrayBuffer | undefined;
};

/** A font with no more than the given characters. */
export function fontOf(font: LoadedFont, characters: ReadonlySet<string>): Uint8Array {
  return subsetFont(
    font.bytes,
    font.metrics,
    [...characters].map((char) => char.codePointAt(0) ?? 0),
  );
}

/** The files of one document by their names, and nothing else. */
export function filesOf(files: ReadonlyMap<string, Uint8Array | ArrayBuffer>): DocumentFiles {
  return { existsSync: (name) => files.has(name), readFileSync: (name) => files.get(name) };
}
