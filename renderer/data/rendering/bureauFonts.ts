import { readOwnFont } from '#shared/documents/fonts/ownFont.ts';

import type { Context } from '../context.ts';

import type { FontFile } from './fontFiles.ts';
import type { Face } from './marks.ts';
import { setInFonts } from './renderDocument.ts';

const FACES: readonly Face[] = ['text', 'heading', 'title'];

/**
 * Takes the fonts that the bureau's settings name from those of this computer, before anything is drawn. One that is not there or
 * cannot be used is told, and the app's own stands in its place: a document never waits for a font.
 */
export async function openBureauFonts(ctx: Pick<Context, 'catalogue' | 'port' | 'report'>): Promise<void> {
  const wanted = ctx.catalogue.settings.documentFonts ?? {};
  const found: Partial<Record<Face, FontFile>> = {};
  for (const face of FACES) {
    const file = wanted[face];
    if (file === undefined) continue;
    const { bytes } = await ctx.port.call('font.read', { file });
    const read = bytes === undefined ? undefined : readOwnFont(bytes, file);
    if (bytes !== undefined && read?.ok === true) found[face] = { file, bytes };
    else
      await ctx.report({ code: 'font_unusable', subject: file, detail: read?.ok === false ? read.error : 'missing' });
  }
  setInFonts(found);
}
