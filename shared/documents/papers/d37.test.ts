import { describe, expect, it } from 'vitest';

import { formModelField } from '../formModel.ts';
import { aSiteSource } from '../testing/aLoosePaper.ts';

import { buildLoose } from './loose.ts';

/** The words of a shop as the register has it. */
function textOf(site: Parameters<typeof aSiteSource>[0]): string {
  return JSON.stringify(buildLoose('D37', aSiteSource(site)));
}

describe('“门前三包”责任书', () => {
  it('can be read back, names both sides and the three duties, and is signed by both', () => {
    const text = textOf({ frontageMm: 6500 });
    expect(formModelField.safeParse(JSON.parse(text)).success).toBe(true);
    for (const words of ['示例小吃店', '包卫生', '包设施（绿化）', '包秩序', '甲方代表', '乙方签名', '一式两份'])
      expect(text).toContain(words);
    expect(text).toContain('沿街长6.5米');
  });

  it('bears the days that the register has, each by itself', () => {
    const fields = { agreementOn: '2024-03-01', agreementUntil: '2025-02-28' };
    expect(textOf({ fields })).toContain('2024年3月1日至2025年2月28日');
    expect(textOf({ fields: { agreementOn: '2024-03-01' } })).toContain('2024年3月1日至　　年　月　日');
  });

  it('leaves to be written what the register does not know', () => {
    const text = textOf({ uscc: undefined, phone: '' });
    expect(text).toMatch(/沿街长　+米/);
    expect(text).toMatch(/"统一社会信用代码","value":"　+"/);
    expect(text).toMatch(/"联系电话","value":"　+"/);
  });
});
