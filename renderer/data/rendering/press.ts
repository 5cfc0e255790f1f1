import type { TDocumentDefinitions } from 'pdfmake/interfaces';

import { readFont } from '#shared/documents/fonts/font.ts';
import { withRest, type OwnFont } from '#shared/documents/fonts/ownFont.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import type { LoadedFont } from './documentFont.ts';
import type { Face, Fonts } from './marks.ts';
import { RENDERER_VERSION } from './rendererVersion.ts';
import { pdfWriter } from './writer.ts';

/** The bytes of the two fonts of the app, and those that a bureau has for some faces. */
export type FontFiles = {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly own?: Readonly<Partial<Record<Face, OwnFont>>>;
};

/** pdfmake with these fonts and nothing else within its reach. */
export type Press = {
  readonly fonts: Fonts;
  /** The version of the renderer, and of the bureau's fonts where it has any. */
  readonly renderer: string;
  /** Writes one PDF. `images`: JPEGs by the names under which the document shows them. */
  readonly print: (document: TDocumentDefinitions, images?: ReadonlyMap<string, Uint8Array>) => Promise<Uint8Array>;
};

/** Reads the fonts once, for everything that is printed with them. */
export function openPress({ regular, bold, own = {} }: FontFiles): Press {
  const text = { id: 'F1', name: 'NotoSerifSC-Regular', bytes: regular, metrics: readFont(regular) };
  const strong = { id: 'F2', name: 'NotoSerifSC-Bold', bytes: bold, metrics: readFont(bold) };
  // What an own font lacks (rare characters of names, above all) is drawn by the app's.
  const drawnBy = (face: Face, rest: LoadedFont): readonly LoadedFont[] => {
    const font = own[face];
    return font === undefined ? [rest] : [{ ...font, id: FONT_IDS[face] }, rest];
  };
  const faces = { text: drawnBy('text', text), heading: drawnBy('heading', strong), title: drawnBy('title', strong) };
  const metrics = (face: Face, rest: LoadedFont): Fonts[Face] => withRest(own[face]?.metrics, rest.metrics);
  const writer = pdfWriter({ regular: text, bold: strong, faces });
  return {
    renderer: rendererOf(own),
    fonts: { text: metrics('text', text), heading: metrics('heading', strong), title: metrics('title', strong) },
    print: async (document, images = new Map()) => (await writer)(document, images),
  };
}

const FONT_IDS = { text: 'F3', heading: 'F4', title: 'F5' } as const satisfies Record<Face, string>;

/** Our version, and a print of the bureau's fonts where it has any. */
function rendererOf(own: NonNullable<FontFiles['own']>): string {
  const prints = Object.entries(own).map(([face, { bytes }]) => `${face} ${sha256Hex(bytes)}`);
  if (prints.length === 0) return RENDERER_VERSION;
  return `${RENDERER_VERSION} fonts:${sha256Hex(new TextEncoder().encode(prints.sort().join('\n'))).slice(0, 12)}`;
}
