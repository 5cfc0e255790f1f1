import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { tablesOf, type FontMetrics } from '#shared/documents/fonts/font.ts';
import { readOwnFont, withRest } from '#shared/documents/fonts/ownFont.ts';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
const bytes = new Uint8Array(readFileSync(join(FOLDER, 'LiberationSans-Regular.ttf')));

/** The font with two bytes of a table replaced. */
function changed(table: string, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  view.setUint16(tablesOf(view)(table).offset + at, value);
  return copy;
}

function metrics(): FontMetrics {
  const read = readOwnFont(bytes, 'LiberationSans-Regular.ttf');
  if (!read.ok) throw new Error(read.error);
  return read.value.metrics;
}

const of = (char: string): number => char.codePointAt(0) ?? 0;

describe('a font that somebody else made', () => {
  it('has the characters and widths that it says', () => {
    const font = metrics();
    expect([of('A'), of('é'), of('€'), of('黄')].map((char) => font.has(char))).toEqual([true, true, true, false]);
    // As Arial: 667, 278 and 556 thousandths of an em.
    expect(['A', 'i', '0'].map((char) => Math.round(font.advance(of(char))))).toEqual([667, 222, 556]);
  });

  it.each([
    ['restricted', 0x0002],
    ['without subsets', 0x0100],
    ['pictures alone', 0x0200],
  ])('is not used when its licence says: %s', (_name, rights) => {
    expect(readOwnFont(changed('OS/2', 8, rights), 'a.ttf')).toEqual({ ok: false, error: 'no_embedding' });
    expect(readOwnFont(changed('OS/2', 8, 0x0008), 'a.ttf')).toMatchObject({ ok: true });
  });

  it.each([
    ['a collection', Uint8Array.from([0x74, 0x74, 0x63, 0x66, 0, 1, 0, 0, 0, 0, 0, 2])],
    ['nothing', new Uint8Array()],
    ['half a font', bytes.slice(0, 2000)],
    ['text', new TextEncoder().encode('不是字体'.repeat(100))],
  ])('is none when it is %s', (_name, other) => {
    expect(readOwnFont(other, 'a.ttf')).toEqual({ ok: false, error: 'not_truetype' });
  });

  it('leaves to another what it lacks', () => {
    const all: FontMetrics = { ...metrics(), has: () => true, glyph: () => 1, advance: () => 1000 };
    const both = withRest(metrics(), all);
    expect([both.advance(of('黄')), Math.round(both.advance(of('A')))]).toEqual([1000, 667]);
    expect(withRest(undefined, all)).toBe(all);
  });
});
