import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  BLOCK_SIZE,
  blockOf,
  blockRange,
  leaseId,
  nextBlockToLease,
  nextNumber,
  parseLeaseId,
  remaining,
  type KnownLease,
} from './numbering.ts';

const series = { org: 'hscg', kind: 'D07', year: 2024 };
const lease = (block: number, state: KnownLease['state'] = 'granted'): KnownLease => ({
  id: leaseId(series, block),
  block,
  state,
});

const anyBlock = fc.integer({ min: 1, max: 8 });
const anySeen = fc
  .uniqueArray(fc.integer({ min: 1, max: 8 * BLOCK_SIZE }), { maxLength: 8 * BLOCK_SIZE })
  .map((ns) => new Set(ns));
const anyLeases = fc
  .array(fc.tuple(anyBlock, fc.constantFrom('granted' as const, 'burned' as const)), { maxLength: 6 })
  .map((all) => all.map(([block, state]) => lease(block, state)));

describe('blocks', () => {
  it('are named by series and counted from 1', () => {
    expect(leaseId(series, 3)).toBe('lease:hscg:D07:2024:3');
    expect(blockRange(1)).toEqual({ from: 1, to: 50 });
    expect(blockRange(3)).toEqual({ from: 101, to: 150 });
    expect(() => blockRange(0)).toThrow('not a block');
  });

  it('are read back from ids, and nothing else is', () => {
    expect(parseLeaseId('lease:hscg:D07:2024:3')).toEqual({ series, block: 3 });
    for (const text of [
      'lease:hscg:D07:2024:0',
      'lease:hscg:D07:2024:03',
      'lease:HSCG:D07:2024:1',
      'lease:hscg:X:2024:1',
      'hscg:D07:2024:1',
      'lease:hscg:D07:2024:1:2',
    ])
      expect(parseLeaseId(text)).toBeUndefined();
  });

  it('cover every number exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (n) => {
        const { from, to } = blockRange(blockOf(n));
        expect(n >= from && n <= to).toBe(true);
      }),
    );
  });
});

describe('nextNumber', () => {
  it('gives the lowest number left, and names its lease', () => {
    expect(nextNumber([lease(2), lease(1)], new Set([1, 2]))).toEqual({
      ok: true,
      value: { n: 3, lease: 'lease:hscg:D07:2024:1' },
    });
  });

  it('skips a burned block even when a granted row of the same block is there', () => {
    expect(nextNumber([lease(1), lease(1, 'burned')], new Set())).toEqual({ ok: false, error: 'no_number' });
  });

  it('goes on to the next block and refuses after the last', () => {
    const first = new Set(Array.from({ length: BLOCK_SIZE }, (_, i) => i + 1));
    expect(nextNumber([lease(1), lease(4)], first)).toEqual({
      ok: true,
      value: { n: 151, lease: 'lease:hscg:D07:2024:4' },
    });
    expect(nextNumber([lease(1)], first)).toEqual({ ok: false, error: 'no_number' });
  });

  it('never returns a seen number, and only numbers of a granted lease', () => {
    fc.assert(
      fc.property(anyLeases, anySeen, (leases, seen) => {
        const next = nextNumber(leases, seen);
        if (!next.ok) return;
        expect(seen.has(next.value.n)).toBe(false);
        const own = leases.filter((known) => known.id === next.value.lease);
        expect(own.length > 0 && own.every((known) => known.state === 'granted')).toBe(true);
        expect(blockOf(next.value.n)).toBe(own[0]?.block);
      }),
    );
  });

  it('spends exactly what remaining counts, no number twice', () => {
    fc.assert(
      fc.property(anyLeases, anySeen, (leases, seen) => {
        const used = new Set(seen);
        const spent: number[] = [];
        const before = remaining(leases, seen);
        for (let next = nextNumber(leases, used); next.ok; next = nextNumber(leases, used)) {
          spent.push(next.value.n);
          used.add(next.value.n);
        }
        expect(new Set(spent).size).toBe(spent.length);
        expect(spent.length).toBe(before);
        expect(remaining(leases, used)).toBe(0);
      }),
    );
  });
});

describe('nextBlockToLease', () => {
  it('starts at 1 and stays behind leases, numbers and the floor', () => {
    expect(nextBlockToLease([], [])).toBe(1);
    expect(nextBlockToLease([1, 3], [7])).toBe(4);
    expect(nextBlockToLease([1], [151])).toBe(5);
    expect(nextBlockToLease([], [], 51)).toBe(2);
    expect(nextBlockToLease([], [], 52)).toBe(3);
  });

  it('never names a block that was leased or holds a seen number', () => {
    fc.assert(
      fc.property(fc.array(anyBlock), anySeen, fc.integer({ min: 1, max: 500 }), (blocks, seen, floor) => {
        const { from, to } = blockRange(nextBlockToLease(blocks, seen, floor));
        expect(from).toBeGreaterThanOrEqual(floor);
        expect(blocks.some((block) => blockRange(block).to >= from)).toBe(false);
        expect([...seen].some((n) => n >= from && n <= to)).toBe(false);
      }),
    );
  });
});
