import { describe, expect, it } from 'vitest';

import { encodeFrame, fileHeader, FRAME_OVERHEAD, readFileHeader, scanFrames } from './frame.ts';

const PAYLOADS = ['first', 'the second payload', 'third'].map((text) => Buffer.from(text));
const FRAMES = PAYLOADS.map(encodeFrame);
const FILE = Buffer.concat(FRAMES);
const texts = (payloads: readonly Buffer[]): string[] => payloads.map(String);

function flipped(bytes: Buffer, at: number, mask: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}

describe('scanFrames', () => {
  it('reads back what was written', () => {
    const scan = scanFrames(FILE, 0);
    expect(texts(scan.payloads)).toEqual(texts(PAYLOADS));
    expect(scan).toMatchObject({ damaged: 0, end: FILE.length, tail: 'none' });
  });

  it('detects every single flipped byte and loses no other frame', () => {
    const [first, second] = FRAMES as [Buffer, Buffer];
    for (let at = 0; at < FILE.length; at += 1) {
      const hit = at < first.length ? 0 : at < first.length + second.length ? 1 : 2;
      const expected = texts(PAYLOADS.filter((_, index) => index !== hit));
      for (const mask of [0x01, 0x80, 0xff]) {
        const scan = scanFrames(flipped(FILE, at, mask), 0);
        expect([at, mask, texts(scan.payloads), scan.damaged]).toEqual([at, mask, expected, 1]);
      }
    }
  });

  it('takes a tail cut off at any length for torn, not for damage', () => {
    const whole = FILE.length - (FRAMES[2]?.length ?? 0);
    for (let length = whole + 1; length < FILE.length; length += 1) {
      const scan = scanFrames(FILE.subarray(0, length), 0);
      expect([length, scan.payloads.length, scan.damaged, scan.end, scan.tail]).toEqual([length, 2, 0, whole, 'torn']);
    }
  });

  it('takes zeros after the last frame for torn', () => {
    const scan = scanFrames(Buffer.concat([FILE, Buffer.alloc(500)]), 0);
    expect(scan).toMatchObject({ damaged: 0, end: FILE.length, tail: 'torn' });
  });

  it('counts bytes at the end that are no beginning of a frame', () => {
    const scan = scanFrames(Buffer.concat([FILE, Buffer.from('not ours')]), 0);
    expect(scan).toMatchObject({ damaged: 1, end: FILE.length, tail: 'damaged' });
  });

  it('finds the next frame after one whose middle bytes are missing', () => {
    const cut = Buffer.concat([FILE.subarray(0, FRAME_OVERHEAD + 10), FILE.subarray(FRAME_OVERHEAD + 14)]);
    const scan = scanFrames(cut, 0);
    expect(texts(scan.payloads)).toContain('third');
    expect(scan.damaged).toBeGreaterThan(0);
  });
});

describe('file header', () => {
  it('states its version and knows every flipped byte', () => {
    const header = fileHeader(7);
    expect(readFileHeader(header)).toBe(7);
    for (let at = 0; at < header.length; at += 1) expect(readFileHeader(flipped(header, at, 0x10))).toBeUndefined();
    expect(readFileHeader(header.subarray(0, 15))).toBeUndefined();
  });
});
