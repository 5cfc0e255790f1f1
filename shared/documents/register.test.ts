import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { blockRange } from './numbering.ts';
import { registerOf, sumsOf, type RegisterBlock, type RegisterSource } from './register.ts';

function aBlock(block: number, changes: Partial<RegisterBlock> = {}): RegisterBlock {
  const id = `lease:hsg:D22:2026:${String(block)}`;
  return { id, block, ...blockRange(block), device: 'tablet-1', state: 'granted', ...changes };
}

function aSource(changes: Partial<RegisterSource> = {}): RegisterSource {
  return { spent: [], blocks: [aBlock(1)], closings: [], burned: [], floor: 1, ...changes };
}

const used = (n: number, voided = false): RegisterSource['spent'][number] => ({ n, event: `e${String(n)}`, voided });

describe('the register of numbers', () => {
  it('has each spent number on a line, and what is left of a block on one', () => {
    const lines = registerOf(aSource({ spent: [used(1), used(2, true), used(4)] }));
    expect(lines).toEqual([
      { is: 'spent', ...used(1) },
      { is: 'spent', ...used(2, true) },
      { is: 'unspent', from: 3, to: 3, why: 'free', device: 'tablet-1' },
      { is: 'spent', ...used(4) },
      { is: 'unspent', from: 5, to: 50, why: 'free', device: 'tablet-1' },
    ]);
    expect(sumsOf(lines)).toEqual({ used: 2, voided: 1, free: 47, lost: 0, unknown: 0 });
  });

  it('says of a lost device that its block was closed, and why', () => {
    const closings = [{ leases: [aBlock(1).id], reason: '平板遗失' }];
    const lines = registerOf(aSource({ spent: [used(1)], closings }));
    expect(lines[1]).toEqual({ is: 'unspent', from: 2, to: 50, why: 'closed', device: 'tablet-1', reason: '平板遗失' });
    expect(sumsOf(lines).lost).toBe(49);
  });

  it('says of a block whose answer was lost that nobody uses it, whoever knows it as granted', () => {
    const blocks = [aBlock(1, { state: 'burned', device: 'tablet-2' }), aBlock(1)];
    expect(registerOf(aSource({ blocks }))).toEqual([
      { is: 'unspent', from: 1, to: 50, why: 'burned', device: 'tablet-2' },
    ]);
  });

  it('believes a device about its own block, and about one that the server never saw', () => {
    const told = (block: number, device: string) => ({ id: aBlock(block).id, block, device });
    const lines = registerOf(
      aSource({
        blocks: [aBlock(1), aBlock(3)],
        burned: [told(1, 'tablet-1'), told(2, 'tablet-2'), told(3, 'tablet-2')],
      }),
    );
    expect(lines.map((line) => (line.is === 'unspent' ? [line.from, line.to, line.why] : line.n))).toEqual([
      [1, 50, 'burned'],
      [51, 100, 'burned'],
      [101, 150, 'free'],
    ]);
  });

  it('explains what a restored server skipped, and what no device here knows of', () => {
    const lines = registerOf(aSource({ spent: [used(130)], blocks: [aBlock(2)], floor: 60 }));
    expect(lines.map((line) => (line.is === 'spent' ? line.n : [line.from, line.to, line.why]))).toEqual([
      [1, 50, 'below_floor'],
      [51, 59, 'below_floor'],
      [60, 100, 'free'],
      [101, 129, 'unknown'],
      130,
    ]);
  });

  it('leaves no number out and has none twice', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 120 });
    const blocks = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 8 });
    fc.assert(
      fc.property(numbers, blocks, fc.integer({ min: 1, max: 300 }), (spent, known, floor) => {
        const source = aSource({
          spent: spent.map((n) => used(n)),
          blocks: known.map((block) => aBlock(block)),
          floor,
        });
        const lines = registerOf(source);
        const all = lines.flatMap((line) =>
          line.is === 'spent' ? [line.n] : Array.from({ length: line.to - line.from + 1 }, (_, at) => line.from + at),
        );
        expect(all).toEqual(Array.from({ length: all.length }, (_, at) => at + 1));
        expect(Object.values(sumsOf(lines)).reduce((sum, one) => sum + one, 0)).toBe(all.length);
        expect(sumsOf(lines).used).toBe(spent.length);
      }),
    );
  });
});
