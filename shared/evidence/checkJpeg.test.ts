import { describe, expect, it } from 'vitest';

import { checkJpeg, type JpegVerdict } from './checkJpeg.ts';
import { exifSegment } from './testing/exifBuilder.ts';
import { buildJpeg, concatBytes, quadrants, segment } from './testing/jpegBuilder.ts';

function verdictOf(bytes: Uint8Array): JpegVerdict {
  const check = checkJpeg(bytes);
  for (;;) {
    const step = check.next();
    if (step.done === true) return step.value;
  }
}

const noisy = (column: number, row: number): [number, number, number] => [
  (column * 37) % 256,
  (row * 91) % 256,
  (column * row) % 256,
];
const whole = buildJpeg({ columns: 40, rows: 30, colourAt: noisy });
const scanAt = whole.findIndex((byte, at) => byte === 0xff && whole[at + 1] === 0xda);

describe('checkJpeg', () => {
  it('finds whole pictures complete, with and without EXIF and restart markers, and with data after the end', () => {
    expect(verdictOf(whole)).toBe('complete');
    expect(
      verdictOf(buildJpeg({ columns: 7, rows: 3, colourAt: quadrants(7, 3), segments: [exifSegment({ make: 'M' })] })),
    ).toBe('complete');
    expect(verdictOf(buildJpeg({ columns: 40, rows: 30, colourAt: noisy, restartEvery: 40 }))).toBe('complete');
    expect(verdictOf(buildJpeg({ columns: 9, rows: 9, colourAt: noisy, restartEvery: 1 }))).toBe('complete');
    expect(verdictOf(concatBytes([whole, new Uint8Array(5000).fill(7)]))).toBe('complete');
  });

  it('finds a cut picture truncated', () => {
    expect(verdictOf(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('truncated');
    expect(verdictOf(whole.subarray(0, whole.length - 2))).toBe('truncated');
  });

  it('finds missing picture data although the end marker is there', () => {
    const closed = concatBytes([whole.subarray(0, Math.floor(whole.length / 2)), Uint8Array.of(0xff, 0xd9)]);
    expect(verdictOf(closed)).toBe('damaged');
  });

  it('finds overwritten picture data', () => {
    const zeroed = whole.slice();
    zeroed.fill(0xaa, whole.length - 600, whole.length - 300);
    expect(verdictOf(zeroed)).toBe('damaged');
    const filled = buildJpeg({ columns: 40, rows: 30, colourAt: noisy, restartEvery: 40 });
    filled.fill(0xff, filled.length - 1000, filled.length - 600);
    expect(verdictOf(filled)).toBe('damaged');
  });

  it('finds a missing restart interval', () => {
    const striped = buildJpeg({ columns: 8, rows: 8, colourAt: noisy, restartEvery: 8 });
    const second = striped.findIndex((byte, at) => byte === 0xff && striped[at + 1] === 0xd1);
    const third = striped.findIndex((byte, at) => byte === 0xff && striped[at + 1] === 0xd2);
    expect(verdictOf(concatBytes([striped.subarray(0, second), striped.subarray(third)]))).toBe('damaged');
  });

  it('finds a JPEG without picture data empty', () => {
    expect(verdictOf(whole.subarray(0, 90))).toBe('empty');
    expect(verdictOf(concatBytes([whole.subarray(0, scanAt), Uint8Array.of(0xff, 0xd9)]))).toBe('empty');
    expect(
      verdictOf(
        concatBytes([Uint8Array.of(0xff, 0xd8), segment(0xe0, new Uint8Array(200)), Uint8Array.of(0xff, 0xd9)]),
      ),
    ).toBe('empty');
  });

  it('ends on any garbage', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const garbage = whole.slice();
      let state = seed;
      for (let i = 0; i < 40; i += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        garbage[2 + (state % (garbage.length - 2))] = state >>> 24;
      }
      expect(['complete', 'truncated', 'damaged', 'empty']).toContain(verdictOf(garbage));
    }
  });
});
