import { describe, expect, it } from 'vitest';

import { paperCodeContent, parseCode, signedCode } from './code.ts';
import { codeRows, ONLY_A_REMINDER } from './codeRows.ts';
import { registerKeyOf } from './numberInCode.ts';
import { buildLoose } from './papers/loose.ts';
import { recordIn } from './recordInCode.ts';
import { modelHash } from './sheetModel.ts';
import { anInspectionSource, aSiteSource } from './testing/aLoosePaper.ts';
import { aCodeContent, aPublication, aSignedCode } from './testing/aSignedCode.ts';
import { CODED_TITLES } from './titles.ts';
import { verifyCode } from './verifyCode.ts';

const { device } = aCodeContent();
const MODEL = buildLoose('D38', anInspectionSource());
const CONTENT = paperCodeContent(MODEL, device) ?? aCodeContent();
const KEYS = { ...aPublication(), kinds: CODED_TITLES };

describe('the code of a paper without a number', () => {
  it('names the inspection as the paper does, its day and what is printed, and no fine', () => {
    const hashPrefix = modelHash(MODEL).slice(0, 32);
    const expected = { org: 'hsg', kind: 'D38', number: '检查记录5e1f3a27', issuedOn: '2024-03-04', fineFen: 0 };
    expect(CONTENT).toEqual({ ...expected, hashPrefix, device });
    const [head] = MODEL.blocks;
    expect(head?.is === 'rows' && head.rows).toContainEqual({ label: '检查记录', value: '5e1f3a27' });
    expect(paperCodeContent(buildLoose('D37', aSiteSource()), device)).toBeUndefined();
  });

  it('is proved like any other, and altered when it names another inspection', () => {
    const code = aSignedCode(CONTENT);
    expect(parseCode(code)?.content).toEqual(CONTENT);
    expect(verifyCode(code, KEYS)).toMatchObject({ is: 'genuine', kind: '门前三包整改告知单' });
    const other = signedCode({ ...CONTENT, number: '检查记录5e1f3a28' }, code.slice(code.lastIndexOf('|') + 1));
    expect(verifyCode(other, KEYS).is).toBe('altered');
  });

  it('is shown as a reminder about an inspection, never under 文号, and is in no register of numbers', () => {
    const shown = new Map(codeRows(CONTENT, '示例机关', '门前三包整改告知单'));
    expect(shown.get('检查记录')).toBe('5e1f3a27');
    expect(shown.get('罚款')).toBe(ONLY_A_REMINDER);
    expect(shown.has('文号')).toBe(false);
    expect(registerKeyOf(CONTENT)).toBeUndefined();
  });

  it('is of that kind alone: no decision can pass its number off as a record', () => {
    expect(recordIn({ kind: 'D22', number: '检查记录5e1f3a27' })).toBeUndefined();
    expect(recordIn({ kind: 'D38', number: '黄港城管罚决字〔2026〕1号' })).toBeUndefined();
  });
});
