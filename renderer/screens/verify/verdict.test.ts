import { describe, expect, it } from 'vitest';

import { verifyText as words } from '#renderer/app/language/zh/verify.ts';
import type { CheckedCode, CodeHere } from '#renderer/queries/codes.ts';
import { aCodeContent } from '#shared/documents/testing/aSignedCode.ts';

import { saidOf, type Said } from './verdict.ts';

const content = aCodeContent();
const GENUINE: CheckedCode['verdict'] = { is: 'genuine', content, org: '示例机关', kind: '行政处罚决定书' };
const saidWith = (here: CodeHere): Said => saidOf({ verdict: GENUINE, here });

describe('what is said of a code', () => {
  it('is genuine when the signature holds and the records know nothing else', () => {
    expect(saidWith({ is: 'absent' })).toMatchObject({ tone: 'good', title: words.verdicts.genuine });
    expect(saidWith({ is: 'same', caseId: 'c', title: 't' }).tone).toBe('good');
    expect(saidWith({ is: 'inspection', inspection: 'i', title: 't' }).tone).toBe('good');
  });

  it('is never genuine when the records know another document or a void number', () => {
    expect(saidWith({ is: 'other', caseId: 'c', title: 't' })).toMatchObject({
      tone: 'bad',
      title: words.verdicts.other,
    });
    expect(saidWith({ is: 'voided', reason: '打印错误' }).text).toContain('打印错误');
  });

  it('says what a wrong or unknown signature means, whatever the records say', () => {
    const here: CodeHere = { is: 'same', caseId: 'c', title: 't' };
    const said = (verdict: CheckedCode['verdict']): Said => saidOf({ verdict, here });
    expect(said({ is: 'altered', content }).tone).toBe('bad');
    expect(said({ is: 'unknown_key', content }).tone).toBe('doubt');
    expect(said({ is: 'not_ours' }).tone).toBe('doubt');
    expect(said({ is: 'after_revocation', content, revokedOn: '2026-03-01' }).text).toContain('2026年3月1日');
  });
});
