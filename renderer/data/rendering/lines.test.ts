import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { breakLines, widthOf, type Setting } from './lines.ts';
import { squareFont } from './testing/squareFont.ts';

const setting: Setting = { size: 10, spacing: 0, width: 100, indent: 20, font: squareFont };
const texts = (text: string, change: Partial<Setting> = {}): string[] =>
  breakLines(text, { ...setting, ...change }).map((line) => line.text);

describe('breakLines', () => {
  it('fills lines of ten characters, the first indented by two', () => {
    expect(texts('一二三四五六七八九十一二三四五六七八九十')).toEqual([
      '一二三四五六七八',
      '九十一二三四五六七八',
      '九十',
    ]);
  });

  it('never begins a line with a closing mark nor ends one with an opening mark', () => {
    expect(texts('一二三四五六七八，九十')).toEqual(['一二三四五六七', '八，九十']);
    expect(texts('一二三四五六七（八）九十')).toEqual(['一二三四五六七', '（八）九十']);
  });

  it('keeps words and numbers whole, and drops the space a line ends with', () => {
    expect(texts('一二三四五六AB-123号')).toEqual(['一二三四五六', 'AB-123号']);
    expect(texts('一二三四五六七 八九')).toEqual(['一二三四五六七', '八九']);
  });

  it('cuts a word that no line can hold, without a closing mark at the head of a line', () => {
    expect(texts(`见${'a'.repeat(40)}）。`).every((line) => !line.startsWith('）') && !line.startsWith('。'))).toBe(
      true,
    );
  });

  it('fills every line but the last to the edge', () => {
    const [first, last] = breakLines('一二三四五六七八，九十', setting);
    expect(first && first.x + first.width).toBeCloseTo(100);
    expect(last?.spacing).toBe(0);
  });

  it('gives one empty line for no text', () => {
    expect(texts('')).toEqual(['']);
  });

  it('loses no character and overflows no line', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('一', '二', '，', '。', '（', '）', '“', '”', 'a', 'B', '1', '-', ' ', '…', '𠮷'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = breakLines(text, setting);
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(text.replaceAll(' ', ''));
        // A run of marks that may neither begin nor end a line is let out by one character rather than broken wrongly.
        for (const line of lines)
          expect(widthOf(line.text, setting) + line.x).toBeLessThanOrEqual(setting.width + setting.size);
      }),
    );
  });
});
