import { seriesField, type Series } from '../events/documentEvents.ts';
import { assert } from '../kernel/assert.ts';
import { err, ok, type Result } from '../kernel/result.ts';

import { seriesKey } from './number.ts';

/** Numbers in one leased block. */
export const BLOCK_SIZE = 50;

/** A lease as a device knows it. `burned`: the server's answer was lost or doubtful, none of its numbers may be used. */
export type KnownLease = { readonly id: string; readonly block: number; readonly state: 'granted' | 'burned' };

/** `lease:<org>:<kind>:<year>:<block>`, the id of a lease's document in the database `numbers`. Blocks count from 1. */
export function leaseId(series: Series, block: number): string {
  assertBlock(block);
  return `lease:${seriesKey(series)}:${String(block)}`;
}

/** The series and block in the id of a lease, or undefined when the text is no such id. */
export function parseLeaseId(id: string): { readonly series: Series; readonly block: number } | undefined {
  const match = /^lease:([^:]+):([^:]+):(\d{4}):([1-9]\d{0,8})$/.exec(id);
  if (match === null) return undefined;
  const series = seriesField.safeParse({ org: match[1], kind: match[2], year: Number(match[3]) });
  return series.success ? { series: series.data, block: Number(match[4]) } : undefined;
}

/** First and last number of a block: block 1 is 1 to 50. */
export function blockRange(block: number): { readonly from: number; readonly to: number } {
  assertBlock(block);
  return { from: (block - 1) * BLOCK_SIZE + 1, to: block * BLOCK_SIZE };
}

/** The block a number belongs to. */
export function blockOf(n: number): number {
  assert(Number.isSafeInteger(n) && n >= 1, `not a number of a series: ${String(n)}`);
  return Math.ceil(n / BLOCK_SIZE);
}

/**
 * The number to print next: the lowest one of this device's granted leases that nobody has been seen to use or void.
 * `seen` holds every n of the series that any event or leaf names, whoever wrote it; a number is never reused, and none
 * below the series' `floor` is given. Refuses `no_number` when nothing is left: a new block must be leased first.
 */
export function nextNumber(
  ownLeases: readonly KnownLease[],
  seen: ReadonlySet<number>,
  floor = 1,
): Result<{ readonly n: number; readonly lease: string }, 'no_number'> {
  for (const lease of inOrder(ownLeases)) {
    const n = unused(lease.block, seen, floor).next();
    if (n.done !== true) return ok({ n: n.value, lease: lease.id });
  }
  return err('no_number');
}

/** How many numbers this device can still print without the server. */
export function remaining(ownLeases: readonly KnownLease[], seen: ReadonlySet<number>, floor = 1): number {
  return inOrder(ownLeases).reduce((sum, lease) => sum + [...unused(lease.block, seen, floor)].length, 0);
}

/** The leases without those that an administrator closed when the device was revoked. */
export function withoutClosed<L extends { readonly id: string }>(
  leases: readonly L[],
  closings: readonly { readonly leases: readonly string[] }[],
): readonly L[] {
  const closed = new Set(closings.flatMap((closing) => closing.leases));
  return leases.filter((lease) => !closed.has(lease.id));
}

/**
 * The block to ask for next: behind every lease anyone was seen to hold (granted, burned or only a losing leaf), behind
 * every number seen, and not below `floor`, the lowest number that may still be granted after a restore.
 */
export function nextBlockToLease(seenBlocks: Iterable<number>, seen: Iterable<number>, floor = 1): number {
  let next = blockOf(floor);
  if (blockRange(next).from < floor) next += 1;
  for (const block of seenBlocks) next = Math.max(next, block + 1);
  for (const n of seen) next = Math.max(next, blockOf(n) + 1);
  return next;
}

function inOrder(leases: readonly KnownLease[]): readonly KnownLease[] {
  const byBlock = new Map(leases.filter((lease) => lease.state === 'granted').map((lease) => [lease.block, lease]));
  for (const lease of leases) if (lease.state === 'burned') byBlock.delete(lease.block);
  return [...byBlock.values()].sort((a, b) => a.block - b.block);
}

function* unused(block: number, seen: ReadonlySet<number>, floor: number): Generator<number, undefined> {
  const { from, to } = blockRange(block);
  for (let n = Math.max(from, floor); n <= to; n += 1) if (!seen.has(n)) yield n;
}

function assertBlock(block: number): void {
  assert(Number.isSafeInteger(block) && block >= 1, `not a block: ${String(block)}`);
}
