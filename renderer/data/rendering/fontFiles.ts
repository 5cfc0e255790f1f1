import type { Face } from './marks.ts';

/** A font of the bureau's, as it is handed on: the name of its file, and its bytes. */
export type FontFile = { readonly file: string; readonly bytes: Uint8Array };
/** Those of a bureau, by what they are for. */
export type FontFilesByFace = Readonly<Partial<Record<Face, FontFile>>>;

/** Name of a PDF worker that waits for such fonts. */
export const WITH_FONTS = 'pdf with fonts';
