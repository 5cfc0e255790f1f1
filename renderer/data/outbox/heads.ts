import type { Context } from '../context.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import type { Profile } from '../session/session.ts';

/**
 * Signs and sends the head of every own log that has grown and is wholly on the server: `head:<log>:<n>:<16 hex>`.
 * A head lets anyone notice a server that lost events, and vouches for what a carrier brought.
 */
export async function signHeads(ctx: Context, remote: Remote, authorization: string, profile: Profile): Promise<void> {
  const logs = (await ctx.db.logs.toArray()).filter((log) => log.user === profile.user && log.n > log.signedN);
  // What a bundle brought belongs to another device's log, also when it is the same person's.
  const imported = new Set(logs.length === 0 ? [] : await ctx.db.imported.toCollection().primaryKeys());
  for (const log of logs) {
    // Refused events are not on the server either: a head would accuse the server of having lost them.
    const missing = await ctx.db.outbox
      .filter((row) => row.db === log.db && row.by === log.user && !imported.has(row.id))
      .count();
    if (missing > 0) continue;
    const id = `head:${log.id}:${String(log.n)}:${log.hash.slice(0, 16)}`;
    const { signature } = await ctx.port.call('keys.sign', { text: id });
    const body = {
      kind: 'head',
      by: profile.user,
      device: ctx.runtime.device,
      log: log.id,
      n: log.n,
      hash: log.hash,
      signature,
    };
    const response = await remote.fetch(`/${log.db}/${encodeURIComponent(id)}`, { method: 'PUT', authorization, body });
    if (response.status === 401) throw new RemoteProblem('wrong_password', response.status, 'head');
    // Anything else unclear is tried in the next round; photos behind it need not wait for that.
    if (response.status !== 201 && response.status !== 409) continue;
    await ctx.db.logs.update(log.id, { signedN: log.n });
  }
}
