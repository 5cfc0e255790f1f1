import pdfMake from 'pdfmake/build/pdfmake.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

import { FAMILY } from './draw.ts';
import { readFont } from './font.ts';
import type { Fonts } from './marks.ts';

/** The bytes of the two fonts. */
export type FontFiles = { readonly regular: Uint8Array; readonly bold: Uint8Array };

/** pdfmake with the two fonts and nothing else within its reach. */
export type Press = {
  readonly fonts: Fonts;
  readonly print: (document: TDocumentDefinitions) => Promise<Uint8Array>;
};

/** pdfmake's own file system of its browser build; its types do not name it. */
type WithFiles = {
  readonly virtualfs: { writeFileSync: (name: string, content: Uint8Array) => void };
  localAccessPolicy: (path: string) => boolean;
};

/** Reads the fonts once, for everything that is printed with them. */
export function openPress(files: FontFiles): Press {
  const pdf = pdfMake as typeof pdfMake & WithFiles;
  pdf.virtualfs.writeFileSync('regular.ttf', files.regular);
  pdf.virtualfs.writeFileSync('bold.ttf', files.bold);
  pdf.setFonts({ [FAMILY]: { normal: 'regular.ttf', bold: 'bold.ttf' } });
  // Nothing outside may be read while a document is made.
  pdf.setUrlAccessPolicy(() => false);
  pdf.localAccessPolicy = () => false;
  return {
    fonts: { regular: readFont(files.regular), bold: readFont(files.bold) },
    print: async (document) => new Uint8Array(await pdf.createPdf(document).getBuffer()),
  };
}
