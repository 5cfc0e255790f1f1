import { BLOCK_SIZE, blockOf, blockRange } from './numbering.ts';

/** A number that somebody used or voided; `event` names it. */
export type SpentNumber = {
  readonly n: number;
  readonly event: string;
  readonly document?: string | undefined;
  readonly voided: boolean;
};

/** A block of the series as this device knows it. */
export type RegisterBlock = {
  readonly id: string;
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly device: string;
  readonly state: 'granted' | 'burned';
};

/** A block that a device said it will never use, whether or not it has a lease. */
export type BurnedBlock = { readonly id: string; readonly block: number; readonly device: string };

/** What is known of one series. `closings`: blocks that an administrator closed, with the reason. */
export type RegisterSource = {
  readonly spent: readonly SpentNumber[];
  readonly blocks: readonly RegisterBlock[];
  readonly closings: readonly { readonly leases: readonly string[]; readonly reason: string }[];
  /** What devices said about blocks that they do not use. */
  readonly burned: readonly BurnedBlock[];
  /** Lowest number that may still be granted; raised after a server was restored. */
  readonly floor: number;
};

/** Why numbers are on no document: they wait for their device, or nobody will ever use them. */
export type Unspent =
  | { readonly why: 'free'; readonly device: string }
  | { readonly why: 'closed'; readonly device: string; readonly reason: string }
  | { readonly why: 'burned'; readonly device: string }
  | { readonly why: 'below_floor' }
  /** In no block that has been seen here: on its way, or on a device that has not synced. */
  | { readonly why: 'unknown' };

/** One line of the register: a number that was spent, or a run of numbers that were not, and why. */
export type RegisterLine =
  | ({ readonly is: 'spent' } & SpentNumber)
  | ({ readonly is: 'unspent'; readonly from: number; readonly to: number } & Unspent);

/** How many numbers of each sort a register holds. */
export type RegisterSums = {
  readonly used: number;
  readonly voided: number;
  readonly free: number;
  /** Closed, burned or under the floor: never to be used. */
  readonly lost: number;
  readonly unknown: number;
};

/**
 * 文号登记簿: every number of a series from 1 to the last block or the last number, each once, in order. Runs of numbers
 * with the same reason are one line, inside one block.
 */
export function registerOf({
  spent,
  blocks: leased,
  burned,
  closings,
  floor,
}: RegisterSource): readonly RegisterLine[] {
  const blocks = [...leased, ...burnedBlocks(burned, leased)];
  const byNumber = new Map(spent.map((one) => [one.n, one]));
  const byBlock = blocksInForce(blocks);
  const last = Math.max(0, ...spent.map(({ n }) => n), ...blocks.map(({ to }) => to));
  const lines: RegisterLine[] = [];
  for (let n = 1; n <= last; n += 1) {
    const known = byNumber.get(n);
    if (known !== undefined) lines.push({ is: 'spent', ...known });
    else addUnspent(lines, n, whyUnspent(n, byBlock.get(blockOf(n)), closings, floor));
  }
  return lines;
}

/** Counts the numbers of a register. */
export function sumsOf(lines: readonly RegisterLine[]): RegisterSums {
  const sums = { used: 0, voided: 0, free: 0, lost: 0, unknown: 0 };
  for (const line of lines) {
    if (line.is === 'spent') sums[line.voided ? 'voided' : 'used'] += 1;
    else sums[line.why === 'free' || line.why === 'unknown' ? line.why : 'lost'] += line.to - line.from + 1;
  }
  return sums;
}

/** A device speaks for itself only: somebody else may have leased the block because the server never saw its request. */
function burnedBlocks(burned: readonly BurnedBlock[], leased: readonly RegisterBlock[]): readonly RegisterBlock[] {
  const holders = new Map(leased.map(({ id, device }) => [id, device]));
  return burned
    .filter(({ id, device }) => (holders.get(id) ?? device) === device)
    .map((one) => ({ ...one, ...blockRange(one.block), state: 'burned' }));
}

/** Where an answer was lost a block may be known twice: burned goes before granted, since none of it is used. */
function blocksInForce(blocks: readonly RegisterBlock[]): ReadonlyMap<number, RegisterBlock> {
  const sorted = [...blocks].sort((one, other) => Number(one.state === 'burned') - Number(other.state === 'burned'));
  return new Map(sorted.map((one) => [one.block, one]));
}

function whyUnspent(
  n: number,
  block: RegisterBlock | undefined,
  closings: RegisterSource['closings'],
  floor: number,
): Unspent {
  if (block !== undefined) {
    const { id, device } = block;
    const closing = closings.find(({ leases }) => leases.includes(id));
    if (closing !== undefined) return { why: 'closed', device, reason: closing.reason };
    if (block.state === 'burned') return { why: 'burned', device };
    if (n >= floor) return { why: 'free', device };
  }
  return n < floor ? { why: 'below_floor' } : { why: 'unknown' };
}

function addUnspent(lines: RegisterLine[], n: number, unspent: Unspent): void {
  const line = lines.at(-1);
  const goesOn = line?.is === 'unspent' && line.why === unspent.why && line.to === n - 1 && (n - 1) % BLOCK_SIZE !== 0;
  if (goesOn) lines[lines.length - 1] = { ...line, to: n };
  else lines.push({ is: 'unspent', from: n, to: n, ...unspent });
}
