import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { joined, zipOf } from './testing/aDossier.ts';
import { readZip, zipParts, type ZipFile } from './zip.ts';

const FILES: readonly ZipFile[] = [
  { name: 'photos/b.jpg', bytes: utf8ToBytes('second') },
  { name: 'a.json', bytes: utf8ToBytes('{}') },
  { name: 'photos/c.jpg', bytes: new Uint8Array() },
];
const WHOLE = zipOf(FILES);

describe('the container', () => {
  it('has one form whatever the order of its files', () => {
    expect(joined(zipParts([...FILES].reverse()))).toEqual(WHOLE);
    const { files, altered } = readZip(WHOLE);
    expect(altered).toBeUndefined();
    expect(files.map(({ name }) => name)).toEqual(['a.json', 'photos/b.jpg', 'photos/c.jpg']);
    expect(files.find(({ name }) => name === 'photos/b.jpg')?.bytes).toEqual(utf8ToBytes('second'));
  });

  it('is not whole with any byte changed', () => {
    for (let at = 0; at < WHOLE.length; at += 1)
      for (const bit of [1, 0x80, 0xff]) {
        const copy = WHOLE.slice();
        copy[at] = (copy[at] ?? 0) ^ bit;
        expect([at, readZip(copy).altered === undefined]).toEqual([at, false]);
      }
  });

  it('is not whole with anything cut off, added or put between', () => {
    for (let length = 0; length < WHOLE.length; length += 1)
      expect(readZip(WHOLE.subarray(0, length)).altered).toBeDefined();
    fc.assert(
      fc.property(fc.nat(WHOLE.length), fc.uint8Array({ minLength: 1, maxLength: 40 }), (at, more) => {
        const longer = joined([WHOLE.subarray(0, at), more, WHOLE.subarray(at)]);
        return readZip(longer).altered !== undefined;
      }),
    );
  });

  it('names the file that was changed', () => {
    const copy = WHOLE.slice();
    const { bytes } = readZip(copy).files[1] ?? {};
    bytes?.fill(0);
    expect(readZip(copy).altered?.name).toBe('photos/b.jpg');
  });

  it('reads any bytes without breaking', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(bytes, (some) => {
        expect(readZip(some).altered).toBeDefined();
      }),
    );
  });

  it('takes no name twice, and none that is not plain', () => {
    const file = { name: 'a', bytes: new Uint8Array() };
    expect(() => zipParts([file, file])).toThrow(RangeError);
    for (const name of ['', '/a', '../a', '王.jpg', 'a b'])
      expect(() => zipParts([{ ...file, name }])).toThrow(RangeError);
  });
});
