import encodeQR from 'qr';
import { describe, expect, it } from 'vitest';

import { readCode, type Pixels } from './readCode.ts';
import { aSignedCode } from './testing/aSignedCode.ts';

const CODE = aSignedCode();

/** A sheet of 1,200 points with the code in a corner, `dot` points a module, painted in any width. */
function aSheet(text: string, dot: number): (width: number) => Pixels {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  return (width) => {
    const scale = 1200 / width;
    const data = new Uint8ClampedArray(width * width * 4).fill(255);
    for (let y = 0; y < width; y += 1)
      for (let x = 0; x < width; x += 1) {
        const isDark = modules[Math.floor((y * scale) / dot)]?.[Math.floor((x * scale) / dot)] === true;
        if (isDark) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    return { width, height: width, data };
  };
}

describe('readCode', () => {
  it('finds the code of a document in a corner of a picture', () => {
    expect(readCode(1200, aSheet(CODE, 4))).toBe(CODE);
  });

  it('looks again in another width, never larger than the picture, and gives up in the end', () => {
    const paint = aSheet(CODE, 4);
    const widths: number[] = [];
    const blindAtFirst = (width: number): Pixels | undefined => {
      widths.push(width);
      return width === 1200 ? undefined : paint(width);
    };
    expect(readCode(1200, blindAtFirst)).toBe(CODE);
    expect(widths).toEqual([1200, 1000]);
    const blank = { width: 300, height: 300, data: new Uint8ClampedArray(360_000).fill(255) };
    expect(readCode(300, () => blank)).toBeUndefined();
  });
});
