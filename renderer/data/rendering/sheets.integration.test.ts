import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { buildSheet } from '#shared/documents/fileSheet.ts';
import { SHEET_KINDS } from '#shared/documents/sheetInput.ts';
import { aSheetInput } from '#shared/documents/testing/aSheetInput.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';

import { createRenderer } from './render.ts';

const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
const font = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FONTS, name)));
const render = createRenderer({
  regular: font('400Regular/NotoSerifSC_400Regular.ttf'),
  bold: font('700Bold/NotoSerifSC_700Bold.ttf'),
});
const folder = mkdtempSync(join(tmpdir(), 'xunzhi-sheets-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each(SHEET_KINDS)('%s is a PDF with embedded fonts that another program reads', async (kind) => {
  const demolition = kind === 'D24' ? { demolition: '楼顶加建砖混房屋86.4平方米', fineFen: 0 } : {};
  const penalty = { warning: false, fineFen: 10_000, minFen: 0, maxFen: 2_000_000, amount: 'verified' as const };
  const input = aSheetInput({ kind, untilOn: '2026-03-20', penalty: { ...penalty, ...demolition } });
  const built = buildSheet(input);
  if (!built.ok) throw new Error(built.error);
  const { pdf, missingGlyphs } = await render(built.value);
  expect(missingGlyphs).toEqual([]);
  const file = join(process.env['XUNZHI_SHEETS'] ?? folder, `${kind}.pdf`);
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
  for (const words of [DOCUMENT_TITLES[kind], input.number ?? '', '示例建材行', '占用道路约4平方米'])
    expect(text).toContain(words.replaceAll(/\s/g, ''));
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.every((line) => / yes yes (yes|no) /.test(line.replaceAll(/\s+/g, ' ')))).toBe(true);
});
