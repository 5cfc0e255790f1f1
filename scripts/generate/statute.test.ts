import { describe, expect, it } from 'vitest';

import { articleOf, missingParts, writtenShare, writtenYuan } from './statute.ts';

const STATUTE = [
  '## 第一章',
  '',
  '第一条 甲。',
  '',
  '第二条 乙：',
  '',
  '(一)丙，见第一条；',
  '',
  '（二）丁。',
  '',
  '戊。',
  '',
  '## 第二章',
  '',
  '第十二条 己。',
].join('\n');

describe('a statute as Markdown', () => {
  it('gives the text of an article up to the next one or the next heading', () => {
    expect(articleOf(STATUTE, '第一条')).toBe('第一条 甲。\n');
    expect(articleOf(STATUTE, '第二条')).toMatch(/^第二条 乙[^#]*戊。\n$/);
    expect(articleOf(STATUTE, '第十二条')).toBe('第十二条 己。');
    expect(articleOf(STATUTE, '第三条')).toBeUndefined();
  });

  it.each([
    ['第一条', []],
    ['第一条、第十二条', []],
    ['第二条第一款第（一）项、第（二）项、第二款', []],
    ['第二条第（二）项', []],
    ['第三条', ['第三条']],
    ['第一条、第三条第一款', ['第三条']],
    ['第一条第二款', ['第一条第二款']],
    ['第二条第（三）项', ['第二条第（三）项']],
    ['第二条第二款第（一）项', ['第二条第（一）项']],
  ])('%s: missing %j', (cited, missing) => {
    expect(missingParts(STATUTE, cited)).toEqual(missing);
  });

  it('writes amounts as statutes do', () => {
    expect(writtenYuan(10_000)).toEqual(['100元', '一百元']);
    expect(writtenYuan(100_000)).toEqual(['1000元', '一千元']);
    expect(writtenYuan(50_000_000)).toEqual(['50万元', '五十万元']);
    expect(writtenYuan(10_000_000)).toEqual(['10万元', '十万元']);
    expect(writtenYuan(100_000_000)).toEqual(['100万元', '一百万元']);
    expect([50, 100, 1000].map(writtenShare)).toEqual(['百分之五', '百分之十', '一倍']);
  });
});
