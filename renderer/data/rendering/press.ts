import type { TDocumentDefinitions } from 'pdfmake/interfaces';

import { readFont } from './font.ts';
import type { Fonts } from './marks.ts';
import { pdfWriter } from './writer.ts';

/** The bytes of the two fonts. */
export type FontFiles = { readonly regular: Uint8Array; readonly bold: Uint8Array };

/** pdfmake with the two fonts and nothing else within its reach. */
export type Press = {
  readonly fonts: Fonts;
  /** Writes one PDF. `images`: JPEGs by the names under which the document shows them. */
  readonly print: (document: TDocumentDefinitions, images?: ReadonlyMap<string, Uint8Array>) => Promise<Uint8Array>;
};

/** Reads the fonts once, for everything that is printed with them. */
export function openPress(files: FontFiles): Press {
  const regular = { name: 'NotoSerifSC-Regular', bytes: files.regular, metrics: readFont(files.regular) };
  const bold = { name: 'NotoSerifSC-Bold', bytes: files.bold, metrics: readFont(files.bold) };
  const writer = pdfWriter({ regular, bold });
  return {
    fonts: { regular: regular.metrics, bold: bold.metrics },
    print: async (document, images = new Map()) => (await writer)(document, images),
  };
}
