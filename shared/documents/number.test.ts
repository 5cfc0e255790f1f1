import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DEFAULT_NUMBER_TEMPLATE, formatNumber, seriesKey, templateFor, templateProblem } from './number.ts';

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

describe('templates of an organisation', () => {
  const templates = [
    { template: '{orgAbbr}{kindAbbr}〔{year}〕{no:3}号' },
    { template: '{orgAbbr}{kindAbbr}字〔{year}〕第{no}号', fromYear: 2027 },
    { template: '{orgAbbr}责改字〔{year}〕{no}号', kind: 'D07', fromYear: 2026 },
  ] as const;
  const card = { abbreviation: '黄城管', numberTemplates: [...templates] };

  it.each([
    ['D07', 2025, templates[0].template],
    ['D07', 2026, templates[2].template],
    ['D07', 2030, templates[2].template],
    ['D22', 2026, templates[0].template],
    ['D22', 2027, templates[1].template],
  ])('are taken by kind, then by year: %s of %i', (kind, year, wanted) => {
    expect(templateFor(card, { org: 'hscg', kind, year })).toBe(wanted);
    expect(templateProblem('hscg', card)).toBeUndefined();
  });

  it('are the default form when the card says nothing', () => {
    expect(templateFor({ abbreviation: '黄城管' }, series)).toBe(DEFAULT_NUMBER_TEMPLATE);
    expect(templateProblem('hscg', { abbreviation: '黄城管' })).toBeUndefined();
  });

  it.each([
    ['{orgAbbr}{kindAbbr}字{no}号', 'bad_template'],
    ['{orgAbbr}〔{year}〕{no}号', 'read alike'],
  ])('are refused when %s: %s', (template, problem) => {
    const numberTemplates = [{ template, fromYear: 2028 }];
    expect(templateProblem('hscg', { abbreviation: '黄城管', numberTemplates })).toContain(problem);
  });
});

describe('seriesKey', () => {
  it('names organisation, kind and year', () => {
    expect(seriesKey(series)).toBe('hscg:D07:2024');
  });
});
