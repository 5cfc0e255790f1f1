import { describe, expect, it } from 'vitest';

import { HEARING_SCRIPT } from '../../testing/fileScripts.ts';
import { AT_ONCE_SCRIPT, papersOfTold, SUBSTITUTE_SCRIPT } from '../testing/aFullFile.ts';

type Told = Parameters<typeof papersOfTold>;

/** Label and value of every row; undefined when there is no such record. */
function rowsOf(...told: Told): Readonly<Record<string, string>> | undefined {
  const blocks = papersOfTold(...told).find(({ offer }) => offer.kind === 'D29B')?.model.blocks;
  const rows = blocks?.flatMap((block) => (block.is === 'rows' ? block.rows : []));
  return rows && Object.fromEntries(rows.map(({ label, value }) => [label, value]));
}

describe('代履行（立即代履行）记录', () => {
  it('repeats the decision it performs', () => {
    const rows = rowsOf(SUBSTITUTE_SCRIPT);
    expect(rows?.['代履行决定书']).toMatch(/^示例D29〔2024〕/);
    expect(rows).toMatchObject({
      标的: '示例内容',
      代履行人: '示例内容',
      费用预算: '人民币100元',
      结果: '履行完毕',
    });
    expect(rows).not.toHaveProperty('依据');
  });

  it('of what could not wait asserts nothing that nobody recorded: ground, object and performer are written by hand', () => {
    const rows = rowsOf(AT_ONCE_SCRIPT);
    expect(rows?.['依据']).toMatch(/^□立即代履行.*第五十二条.*□其他$/);
    for (const label of ['立即清除的原因', '标的', '方式', '代履行人', '实施地点'])
      expect(rows?.[label]).toMatch(/^　+$/);
    expect(rows?.['当事人']).toContain('□不在场');
  });

  it('is of no enforcement that rests on another decision, as that of a court', () => {
    expect(HEARING_SCRIPT.some(([act]) => act === 'case.enforced')).toBe(true);
    expect(rowsOf(HEARING_SCRIPT)).toBeUndefined();
  });
});
