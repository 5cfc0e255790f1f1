import { inflateSync } from 'node:zlib';

import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { sha256Hex } from '#shared/kernel/hash.ts';

import { deflateLiterals } from './literals.ts';

/** What two programs of others make of it. */
function readBy(deflated: Uint8Array): readonly string[] {
  return [inflateSync(deflated), unzlibSync(deflated)].map((bytes) => sha256Hex(new Uint8Array(bytes)));
}

describe('deflating without a search', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['one byte', Uint8Array.of(7)],
    ['one byte over and over', new Uint8Array(70_000).fill(255)],
    ['all bytes alike', Uint8Array.from({ length: 65_536 }, (_, at) => at)],
    ['text', new TextEncoder().encode('责令限期改正通知书'.repeat(500))],
  ])('is read by others: %s', (_name, bytes) => {
    expect(readBy(deflateLiterals(bytes))).toEqual([sha256Hex(bytes), sha256Hex(bytes)]);
  });

  it('keeps to fifteen bits, however uneven the bytes are', () => {
    // Numbers of Fibonacci make the deepest tree that there is: 21 for these 22, all in one block.
    const counts = [1, 1];
    for (let at = 2; at < 22; at += 1) counts.push((counts[at - 1] ?? 0) + (counts[at - 2] ?? 0));
    const bytes = Uint8Array.from(counts.flatMap((count, byte) => Array.from({ length: count }, () => byte)));
    expect(readBy(deflateLiterals(bytes))).toEqual([sha256Hex(bytes), sha256Hex(bytes)]);
  });

  it('makes bytes that are uneven smaller', () => {
    const bytes = Uint8Array.from({ length: 40_000 }, (_, at) => ((at * 7919) % 97 < 80 ? at % 4 : at % 256));
    expect(deflateLiterals(bytes).length).toBeLessThan(bytes.length * 0.7);
  });
});
