import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { codeContent, parseCode, signedCode, textOfCode } from './code.ts';
import { buildSheet } from './fileSheet.ts';
import { modelHash } from './sheetModel.ts';
import { aSheetInput } from './testing/aSheetInput.ts';
import { aCodeContent, aPublication, aSignedCode } from './testing/aSignedCode.ts';
import { verifyCode } from './verifyCode.ts';

const GENUINE = aSignedCode();
const KEYS = aPublication();

describe('the code of a document', () => {
  it('says number, day, fine, the hash of what is printed, and who signed it', () => {
    const built = buildSheet(aSheetInput());
    if (!built.ok) throw new Error(built.error);
    const content = codeContent(built.value, 200_000, aCodeContent().device);
    expect(content).toEqual(aCodeContent({ hashPrefix: modelHash(built.value).slice(0, 32) }));
    const signature = `${'A'.repeat(86)}==`;
    expect(parseCode(signedCode(content, signature))).toEqual({ content, text: textOfCode(content), signature });
  });

  it('is genuine when the published device signed it', () => {
    expect(verifyCode(` ${GENUINE}\n`, KEYS)).toMatchObject({
      ...{ is: 'genuine', org: '黄石港区城市管理执法局（示例）', kind: '行政处罚决定书' },
      content: { fineFen: 200_000 },
    });
  });

  it('is altered when a word of it is another', () => {
    for (const change of [{ fineFen: 2_000 }, { number: '黄港城管罚决字〔2026〕2号' }, { issuedOn: '2026-03-03' }]) {
      const signature = GENUINE.slice(GENUINE.lastIndexOf('|') + 1);
      expect(verifyCode(signedCode(aCodeContent(change), signature), KEYS).is).toBe('altered');
    }
  });

  it('is of an unknown key when nobody published the device', () => {
    const device = '00000000-0000-4000-8000-000000000008';
    expect(verifyCode(aSignedCode(aCodeContent({ device })), KEYS).is).toBe('unknown_key');
  });

  it('counts until the day on which its device was revoked', () => {
    expect(verifyCode(GENUINE, aPublication({ revokedOn: '2026-03-02' })).is).toBe('genuine');
    expect(verifyCode(GENUINE, aPublication({ revokedOn: '2026-03-01' })).is).toBe('after_revocation');
  });

  it.each([
    '',
    'https://example.com',
    'XZ2|hsg',
    GENUINE.slice(0, -1),
    aSignedCode(aCodeContent({ issuedOn: '2026-02-30' })),
  ])('is none of ours: %s', (text) => {
    expect(verifyCode(text, KEYS)).toEqual({ is: 'not_ours' });
  });

  it('is never genuine once any one letter of it is another', () => {
    const place = fc.integer({ min: 0, max: GENUINE.length - 1 });
    const letter = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(place, letter, (at, other) => {
        fc.pre(GENUINE[at] !== other);
        expect(verifyCode(GENUINE.slice(0, at) + other + GENUINE.slice(at + 1), KEYS).is).not.toBe('genuine');
      }),
      { numRuns: 500 },
    );
  });
});
