import { describe, expect, it } from 'vitest';

import { isCleanText } from '../kernel/text.ts';

import { cleanPhotoName } from './photoName.ts';

describe('cleanPhotoName', () => {
  it.each([
    ['门店 01.jpg', '门店 01.jpg'],
    ['C:\\photos\\a.jpg', 'a.jpg'],
    ['cafe\u0301.jpg', 'caf\u00e9.jpg'],
    ['a\u0000\n\tb.jpg', 'ab.jpg'],
    ['\u202egpj.exe', 'gpj.exe'],
    [' \ud83d ', 'photo'],
    ['', 'photo'],
  ])('%j becomes %j', (name, cleaned) => {
    expect(cleanPhotoName(name)).toBe(cleaned);
  });

  it('shortens to 200 and keeps the ending', () => {
    const long = cleanPhotoName(`${'😀'.repeat(150)}.jpeg`);
    expect(long.length).toBeLessThanOrEqual(200);
    expect(long.endsWith('.jpeg')).toBe(true);
    expect(isCleanText(long)).toBe(true);
  });
});
