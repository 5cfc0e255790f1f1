import { describe, expect, it } from 'vitest';

import { siteInitials } from './initials.ts';
import { searchText, searchWords, type SearchedSite } from './match.ts';

const READINGS: Readonly<Record<string, string>> = {
  好: 'hǎo',
  味: 'wèi',
  小: 'xiǎo',
  吃: 'chī',
  店: 'diàn',
  王: 'wáng',
  芳: 'fāng',
  鄂: 'è',
};
const matchesSite = (row: SearchedSite, query: string): boolean =>
  searchWords(query).every((word) => searchText(row).includes(word));
const pinyin = (char: string): string => READINGS[char] ?? char;

describe('siteInitials', () => {
  it('takes the initials of name and operator', () => {
    expect(siteInitials('好味小吃店', '王芳', pinyin)).toBe('hwxcd wf');
  });

  it('keeps Latin letters and digits, drops the rest, strips tones', () => {
    expect(siteInitials('鄂味 24H·小吃', '', pinyin)).toBe('ew24hxc');
  });
});

describe('searching', () => {
  const row = {
    name: '好味小吃店',
    operator: '王芳',
    address: '黄石大道12号',
    uscc: '92420202MA0XXXX01J',
    initials: 'hwxcd wf',
  };

  it.each(['', '  ', '好味', '王', '大道12', 'ma0xxxx01', 'hwx', 'WF', '王芳 大道', 'ｈｗｘ'])(
    'finds it by %j',
    (query) => {
      expect(matchesSite(row, query)).toBe(true);
    },
  );

  it.each(['李', 'xyz', '王芳 李家'])('does not find it by %j', (query) => {
    expect(matchesSite(row, query)).toBe(false);
  });

  it('finds it by a listed value, and by no word that spans two of them', () => {
    const listed = { ...row, listed: ['雨水', '42020201000100001'] };
    expect(matchesSite(listed, '雨水 0001')).toBe(true);
    expect(matchesSite(listed, '雨水4202')).toBe(false);
  });

  it('lives without a credit code', () => {
    expect(matchesSite({ ...row, uscc: undefined }, '9242')).toBe(false);
  });
});
