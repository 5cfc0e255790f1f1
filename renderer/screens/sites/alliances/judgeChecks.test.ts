import { describe, expect, it } from 'vitest';

import { SELF_CHECK_DUTIES } from '#shared/catalogue/settingsFile.ts';
import { aSelfCheck } from '#shared/testing/builders.ts';

import { judgeChecks, type CheckLine, type Judging } from './judgeChecks.ts';

const CODE = '92420202MA0XXXX01J';
const JUDGING: Judging = {
  shops: [
    { id: 'a', name: '示例甲店', uscc: CODE, alliance: '示例路联盟' },
    { id: 'b', name: '同名店', uscc: '', alliance: '示例路联盟' },
    { id: 'c', name: '同名店', uscc: '', alliance: '' },
    { id: 'd', name: '没有联盟的店', uscc: '', alliance: '' },
  ],
  checks: new Map([
    ['a', [{ ...aSelfCheck({ checkedOn: '2024-03-01' }), event: 'e', enteredBy: 'chen', enteredAt: '' }]],
  ]),
  duties: SELF_CHECK_DUTIES,
  today: '2024-03-10',
};
const HEADS = ['店名', '统一社会信用代码', '自治联盟', '自查人', '自查日期', '包卫生', '包秩序', '包设施', '说明'];

function judged(...rows: readonly (readonly string[])[]): readonly CheckLine[] {
  const result = judgeChecks([['示例路联盟三月自查'], HEADS, ...rows], JUDGING);
  if (!result.ok) throw new Error(result.error.is);
  return result.value;
}

describe('rows of a table of own checks', () => {
  it('are found by name or credit code, with the alliance of the register', () => {
    const [byName, byCode] = judged(
      ['示例甲店', '', '', '示例盟员', '2024/3/4', '合格', '不合格', '合格', '门口有筐'],
      ['写错的店名', CODE.toLowerCase(), '另一联盟', '乙', '2024年3月5日', '√', '√', '×', ''],
    );
    expect(byName).toMatchObject({ line: 3, is: 'good' });
    expect(byName?.is === 'good' && byName.ready).toEqual({
      ...{ siteId: 'a', alliance: '示例路联盟', by: '示例盟员', checkedOn: '2024-03-04', note: '门口有筐' },
      duties: [
        { duty: 'hygiene', name: '包卫生', answer: 'pass' },
        { duty: 'order', name: '包秩序', answer: 'fail' },
        { duty: 'facilities', name: '包设施', answer: 'pass' },
      ],
    });
    expect(byCode).toMatchObject({ is: 'good', ready: { siteId: 'a', alliance: '另一联盟', checkedOn: '2024-03-05' } });
  });

  it.each([
    [['不在的店', '', '', '甲', '2024-03-04', '合格', '合格', '合格'], '店名', 'no_shop'],
    [['同名店', '', '', '甲', '2024-03-04', '合格', '合格', '合格'], '店名', 'several'],
    [['没有联盟的店', '', '', '甲', '2024-03-04', '合格', '合格', '合格'], '自治联盟', 'no_alliance'],
    [['示例甲店', '', '', '', '2024-03-04', '合格', '合格', '合格'], '自查人', 'empty'],
    [['示例甲店', '', '', '甲'.repeat(41), '2024-03-04', '合格', '合格', '合格'], '自查人', 'too_long'],
    [['示例甲店', '', '', '甲', '上周三', '合格', '合格', '合格'], '自查日期', 'no_date'],
    [['示例甲店', '', '', '甲', '2024-02-30', '合格', '合格', '合格'], '自查日期', 'no_date'],
    [['示例甲店', '', '', '甲', '2024-03-11', '合格', '合格', '合格'], '自查日期', 'future'],
    [['示例甲店', '', '', '甲', '2024-03-04', '合格', '还行', '合格'], '包秩序', 'no_answer'],
    [['示例甲店', '', '', '甲', '2024-03-04', '合格', '合格', ''], '包设施', 'empty'],
  ])('%j is not taken', (row, column, problem) => {
    expect(judged(row)[0]).toMatchObject({ is: 'bad', column, problem });
  });

  it('are taken once: by what is here, and within the table', () => {
    const row = (on: string): readonly string[] => ['示例甲店', '', '', '示例盟员', on, '合格', '合格', '合格'];
    expect(judged(row('2024-03-01'), row('2024-03-02'), row('2024-03-02')).map(({ is }) => is)).toEqual([
      ...['known', 'good', 'bad'],
    ]);
  });
});

it('names the columns that a table lacks, and says when there is nothing in it', () => {
  expect(judgeChecks([['名称', '自查人']], JUDGING)).toEqual({
    ok: false,
    error: { is: 'missing', columns: ['店名', '自查日期', '包卫生', '包秩序', '包设施'] },
  });
  expect(judgeChecks([HEADS, ['', ' ']], JUDGING)).toEqual({ ok: false, error: { is: 'empty' } });
});
