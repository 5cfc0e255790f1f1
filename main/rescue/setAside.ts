import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { err, ok, type Result } from '#shared/kernel/result.ts';

import { errnoOf, syncFolder, writeFileAtomically } from '../files/durable.ts';

import { copyName, STORE_FOLDER } from './copies.ts';

const FILE = 'set-aside.json';
/** Twice in this time means that setting aside does not help: the disk or the machine needs a person. */
const NOT_AGAIN_WITHIN_MS = 10 * 60_000;
const MOST_IN_A_ROW = 2;

const order = z.strictObject({
  version: z.literal(1),
  state: z.enum(['asked', 'done']),
  reason: z.string(),
  askedAtMs: z.number(),
  /** How many orders came close together. */
  inARow: z.int().min(1),
  copy: z.string().optional(),
});
type Order = z.infer<typeof order>;

/** What was done at this start. `copy`: the folder that holds the old store, absent when there was none. */
export type SetAside = { readonly reason: string; readonly atMs: number; readonly copy?: string };

/** Notes durably that the store is to be set aside at the next start, before Chromium opens it. */
export async function orderSetAside(
  profile: string,
  reason: string,
  nowMs: number,
): Promise<Result<undefined, 'tried_already' | 'write_failed'>> {
  const last = await readOrder(profile);
  const isClose = last !== undefined && Math.abs(nowMs - last.askedAtMs) < NOT_AGAIN_WITHIN_MS;
  const inARow = isClose ? last.inARow + 1 : 1;
  if (inARow > MOST_IN_A_ROW) return err('tried_already');
  try {
    await writeOrder(profile, { version: 1, state: 'asked', reason, askedAtMs: nowMs, inARow });
    return ok(undefined);
  } catch {
    return err('write_failed');
  }
}

/**
 * Does what was ordered, before any window exists: Chromium holds the folder open from the first page on. A rename needs
 * no room and loses nothing; it is not done twice when the power goes in between.
 */
export async function doSetAside(profile: string, nowMs: number): Promise<void> {
  const found = await readOrder(profile);
  if (found?.state !== 'asked') return;
  const copy = copyName(nowMs);
  const moved = await rename(join(profile, STORE_FOLDER), join(profile, copy)).then(
    () => true,
    (error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
  await syncFolder(profile);
  await writeOrder(profile, { ...found, state: 'done', ...(moved ? { copy } : {}) });
}

/** The last time that the store was set aside. */
export async function lastSetAside(profile: string): Promise<SetAside | undefined> {
  const found = await readOrder(profile);
  if (found?.state !== 'done') return undefined;
  const { reason, askedAtMs, copy } = found;
  return { reason, atMs: askedAtMs, ...(copy === undefined ? {} : { copy: join(profile, copy) }) };
}

async function readOrder(profile: string): Promise<Order | undefined> {
  try {
    return order.parse(JSON.parse(await readFile(join(profile, FILE), 'utf8')));
  } catch {
    return undefined; // none, or one that a crash cut short: then it is asked for again
  }
}

function writeOrder(profile: string, content: Order): Promise<void> {
  return writeFileAtomically(join(profile, FILE), JSON.stringify(content));
}
