import { burnedId } from '#shared/access/device.ts';

import type { Context } from '../context.ts';
import type { Remote } from '../remote/remote.ts';
import type { Profile } from '../session/session.ts';

type Server = { readonly remote: Remote; readonly authorization: string };

/**
 * Says to the server which blocks this device burned: everybody else sees a lease with its name, or none at all, and could
 * not explain the gap. What stands there already is in the directory, or in `serverIds` where the server was compared.
 */
export async function tellBurned(
  ctx: Context,
  { remote, authorization }: Server,
  profile: Profile,
  serverIds?: ReadonlySet<string>,
): Promise<void> {
  const { device } = ctx.runtime;
  const leases = ctx.db.leases.where('series').startsWith(`${profile.org}:`);
  const own = await leases.filter((row) => row.device === device && row.state === 'burned').toArray();
  const known = await ctx.db.directory.bulkGet(own.map(({ id }) => burnedId(id, device)));
  for (const [at, { id: lease }] of own.entries()) {
    const id = burnedId(lease, device);
    if (serverIds?.has(id) ?? known[at] !== undefined) continue;
    const body = { kind: 'burned', by: profile.user, device, lease, at: ctx.clock.nowIso() };
    // Refused by a server whose validation is older: said again at the next round. 409: it was said, the answer was lost.
    await remote.fetch(`/numbers/${encodeURIComponent(id)}`, { method: 'PUT', authorization, body });
  }
}
