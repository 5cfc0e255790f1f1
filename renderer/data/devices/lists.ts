import { z } from 'zod';

import type { DeviceCard } from '#shared/access/directory.ts';
import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import type { Context } from '../context.ts';
import type { Remote } from '../remote/remote.ts';

/** An administrator at work: who, with which server. */
export type Desk = {
  readonly ctx: Context;
  readonly remote: Remote;
  readonly authorization: string;
  readonly user: string;
};

const security = z.looseObject({
  approved_devices: z.array(z.string()).optional(),
  revoked_devices: z.array(z.string()).optional(),
});
type Security = z.infer<typeof security>;

const TRIES = 3;

/**
 * Brings the lists that the server's validation reads in line with a device's card: `revoked_devices` of every database,
 * `approved_devices` of `numbers`. `pending` when this account may not write one of them: then the card says what shall
 * be, and the next run of the server set-up writes the lists.
 */
export async function writeLists(
  desk: Desk,
  { device }: Pick<DeviceCard, 'device'>,
  wanted: 'approved' | 'revoked',
): Promise<'done' | 'pending'> {
  const isRevoked = wanted === 'revoked';
  const change = (name: string) => (current: Security) => ({
    ...current,
    revoked_devices: withOrWithout(current.revoked_devices, device, isRevoked),
    ...(name === 'numbers' && { approved_devices: withOrWithout(current.approved_devices, device, !isRevoked) }),
  });
  const outcomes: Outcome[] = [];
  const write = async (...names: readonly string[]): Promise<boolean> => {
    const some = await Promise.all(names.map((name) => writeList(desk, name, change(name))));
    outcomes.push(...some);
    return some.some((outcome) => outcome !== 'absent');
  };
  await write('numbers', 'bureau', 'brigade');
  const nextYear = chinaYearOf(desk.ctx.clock.nowMs()) + 1;
  for (const id of await desk.ctx.db.directory.where('id').startsWith('org:').primaryKeys()) {
    const org = id.slice('org:'.length);
    await write(`work-${org}`);
    for (let year = nextYear; ; year -= 1) {
      const isThere = await write(`case-${org}-${String(year)}`, `evidence-${org}-${String(year)}`);
      // The coming year may not have been made yet; behind the first gap there is nothing older.
      if (!isThere && year < nextYear) break;
    }
  }
  return outcomes.includes('refused') ? 'pending' : 'done';
}

type Outcome = 'written' | 'absent' | 'refused';

/** Reads, changes, writes and reads again: `_security` has no revisions, so another administrator may come between. */
async function writeList(desk: Desk, name: string, change: (current: Security) => Security): Promise<Outcome> {
  const path = `/${name}/_security`;
  const { remote, authorization } = desk;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const read = await remote.fetch(path, { authorization });
    if (read.status === 404) return 'absent';
    const current = read.ok ? security.safeParse(await read.json()).data : undefined;
    if (current === undefined) return 'refused';
    const body = change(current);
    if (JSON.stringify(body) === JSON.stringify(current)) return 'written';
    const written = await remote.fetch(path, { method: 'PUT', authorization, body });
    if (!written.ok) return 'refused';
  }
  return 'refused';
}

function withOrWithout(list: readonly string[] = [], device: string, wanted: boolean): string[] {
  return [...new Set([...list.filter((one) => one !== device), ...(wanted ? [device] : [])])].sort();
}
