import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { openPress, type FontFiles, type Press } from '../press.ts';
import { createRenderer, type Render } from '../render.ts';

const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
const font = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FONTS, name)));

/** The app's fonts, and a bureau's, in this process. */
export function pressHere(own: FontFiles['own'] = {}): Press {
  return openPress({
    own,
    regular: font('400Regular/NotoSerifSC_400Regular.ttf'),
    bold: font('700Bold/NotoSerifSC_700Bold.ttf'),
  });
}

/** The text that another program reads, of one page or of all, without spaces and line ends. */
export function textIn(file: string, page?: number): string {
  const which = page === undefined ? [] : ['-f', String(page), '-l', String(page)];
  return execFileSync('pdftotext', ['-layout', ...which, file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
}

/** The app's renderer with the app's fonts, in this process. */
export function rendererHere(own?: FontFiles['own']): Render {
  return createRenderer(pressHere(own));
}

/** True when that program finds every font embedded. */
export function areFontsEmbedded(file: string): boolean {
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
  return fonts.length > 0 && fonts.every((line) => / yes yes (yes|no) /.test(line.replaceAll(/\s+/g, ' ')));
}

/** A page as a scanner sees it, at 150 dots an inch. */
export function pictureOf(
  file: string,
  page = 1,
): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  const which = ['-f', String(page), '-l', String(page)];
  const raw = execFileSync('pdftoppm', ['-r', '150', ...which, file], { maxBuffer: 64 * 1024 * 1024 });
  const [, size = ''] = raw.subarray(0, 20).toString('latin1').split('\n');
  const [width = 0, height = 0] = size.split(' ').map(Number);
  return { width, height, data: new Uint8Array(raw.subarray(raw.length - width * height * 3)) };
}
