import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DEFAULT_NUMBER_TEMPLATE, formatNumber, seriesKey } from './number.ts';

const series = { org: 'hscg', kind: 'D07', year: 2024 };

describe('formatNumber', () => {
  it('writes the default form without 第 and without leading zeros', () => {
    expect(formatNumber(DEFAULT_NUMBER_TEMPLATE, '黄城管', series, 1)).toEqual({
      ok: true,
      value: '黄城管改字〔2024〕1号',
    });
  });

  it('lets an organisation pad the number', () => {
    expect(formatNumber('{orgAbbr}责改字[{year}]第{no:3}号', '港城管', series, 7)).toEqual({
      ok: true,
      value: '港城管责改字[2024]第007号',
    });
  });

  it.each(['{orgAbbr}字{no}号', '{year}', '{year}{no}{no}', '{year}{no}{city}', '{year}{no:0}'])(
    'refuses the template %s',
    (template) => {
      expect(formatNumber(template, '黄城管', series, 1)).toEqual({ ok: false, error: 'bad_template' });
    },
  );

  it('refuses a kind that has no word of its own', () => {
    expect(formatNumber(DEFAULT_NUMBER_TEMPLATE, '黄城管', { ...series, kind: 'D99' }, 1)).toEqual({
      ok: false,
      error: 'unknown_kind',
    });
  });

  it('takes an abbreviation literally', () => {
    expect(formatNumber(DEFAULT_NUMBER_TEMPLATE, '$&{no}', series, 2)).toEqual({
      ok: true,
      value: '$&{no}改字〔2024〕2号',
    });
  });

  it('never writes two numbers of a series alike', () => {
    const number = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(number, number, fc.constantFrom(DEFAULT_NUMBER_TEMPLATE, '{year}第{no:3}号'), (a, b, template) => {
        const texts = [a, b].map((n) => formatNumber(template, '黄城管', series, n));
        expect(texts.every((text) => text.ok)).toBe(true);
        expect(JSON.stringify(texts[0]) === JSON.stringify(texts[1])).toBe(a === b);
      }),
    );
  });
});

describe('seriesKey', () => {
  it('names organisation, kind and year', () => {
    expect(seriesKey(series)).toBe('hscg:D07:2024');
  });
});
