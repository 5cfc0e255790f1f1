import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { readOwnFont, type OwnFont } from '#shared/documents/fonts/ownFont.ts';

import { archivalFaults, noArchivalCheck } from './testing/archivalCheck.ts';
import { GOLDEN_SET, goldenJob } from './testing/goldenSet.ts';
import { rendererHere, textIn } from './testing/node.ts';

const folder = mkdtempSync(join(tmpdir(), 'xunzhi-fonts-'));
const FONTS = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A font with Latin letters and digits and instructions, as bureaus have them, and nothing of Chinese. */
function latin(file: string): OwnFont {
  const font = readOwnFont(new Uint8Array(readFileSync(join(FONTS, file))), file);
  if (!font.ok) throw new Error(font.error);
  return font.value;
}

const [text, heading] = [latin('LiberationSans-Regular.ttf'), latin('LiberationSans-Bold.ttf')];
const decision = GOLDEN_SET.find(({ kind }) => kind === 'D22');
if (decision === undefined) throw new Error('no decision');
const plain = await rendererHere()(goldenJob(decision));
const set = await rendererHere({ text, heading })(goldenJob(decision));
const file = join(folder, 'set.pdf');
writeFileSync(file, set.pdf);

it('sets what the font of the bureau has in it, and the rest in the own one, and every word is read', () => {
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' });
  for (const name of ['NotoSerifSC-Regular', 'NotoSerifSC-Bold', 'LiberationSans-Regular', 'LiberationSans-Bold'])
    expect(fonts).toMatch(new RegExp(`\\+${name}\\s+CID TrueType\\s+Identity-H\\s+yes yes yes`));
  const own = join(folder, 'own.pdf');
  writeFileSync(own, plain.pdf);
  expect([...textIn(file)].sort()).toEqual([...textIn(own)].sort());
});

it('names the fonts in the version of the renderer, which an event takes', () => {
  expect(set.renderer).toMatch(/^sheet-\d+ pdfmake-[\d.]+ fonts:[0-9a-f]{12}$/);
  expect(set.renderer.length).toBeLessThanOrEqual(60);
  expect(set.renderer.startsWith(`${plain.renderer} `)).toBe(true);
});

it('gives the same bytes again with the same fonts', async () => {
  expect(await rendererHere({ heading, text })(goldenJob(decision))).toEqual(set);
});

it('is what an archive takes (PDF/A-1b), as another program finds', ({ skip }) => {
  const reason = noArchivalCheck();
  skip(reason !== undefined, reason);
  expect(archivalFaults([file])).toEqual({});
});
