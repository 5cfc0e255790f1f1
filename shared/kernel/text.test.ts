import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cleanText, isCleanText, isWellFormed } from './text.ts';

const anyText = fc.string({ unit: 'binary' });
const brokenText = fc
  .array(fc.oneof(fc.string(), fc.constantFrom('\ud800', '\udc00', '\u0000', '\r', '\ufeff', 'e\u0301')))
  .map((parts) => parts.join(''));

describe('isWellFormed', () => {
  it.each([
    ['城管', true],
    ['𠮷野家', true],
    ['\ud842', false],
    ['\udfb7', false],
    ['\udfb7\ud842', false],
    ['a\ud842b', false],
    ['', true],
  ])('%j', (text, is) => {
    expect(isWellFormed(text)).toBe(is);
  });

  it('agrees with the language: only well-formed text can be written as a URI', () => {
    const canEncode = (text: string): boolean => {
      try {
        return encodeURIComponent(text) !== '' || text === '';
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.oneof(anyText, brokenText), (text) => {
        expect(isWellFormed(text)).toBe(canEncode(text));
      }),
      { examples: [['\ud800'], ['\ud842\udfb7'], ['\udfb7\ud842']] },
    );
  });
});

describe('cleanText', () => {
  it('keeps tabs and line ends, drops the rest of the control characters', () => {
    expect(cleanText('一\t二\r\n三\r四\u0000\u0007\u009f\ufeff')).toBe('一\t二\n三\n四');
  });

  it('drops lone surrogates and composes', () => {
    expect(cleanText('a\ud800b𠮷e\u0301')).toBe('ab𠮷é');
  });

  it('is idempotent and always clean', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, brokenText), (text) => {
        const clean = cleanText(text);
        expect(isCleanText(clean)).toBe(true);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it('leaves clean text alone', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => isCleanText(text) && !text.includes('\r')),
        (text) => {
          expect(cleanText(text)).toBe(text);
        },
      ),
    );
  });
});
