import type { Published, Publisher } from '#shared/catalogue/published.ts';

import { refuse } from '../dispatch.ts';
import type { CommandAnswer } from '../protocol.ts';

import { problemOf } from './desk.ts';
import type { Desk } from './lists.ts';

type Kind<T> = {
  /** Reads what the server has under that id. */
  readonly read: (doc: unknown) => T | undefined;
  /** Codes for what somebody else published there first, and for what the server does not take. */
  readonly refusals: { readonly taken: string; readonly refused: string };
};

/** Who publishes at this desk now. */
export function publisherAt({ ctx: { clock, runtime, session }, user }: Desk): Publisher {
  return { by: user, device: runtime.device, org: session.profile?.org ?? '', publishedAt: clock.nowIso() };
}

/**
 * Puts a document on the server that is never changed, and beside the files here. A second try after an answer that was lost finds
 * its own document there and is done.
 */
export async function writeOnce<T extends Published>(
  desk: Desk,
  doc: T,
  { read, refusals }: Kind<T>,
): Promise<CommandAnswer<undefined>> {
  const { ctx, remote, authorization } = desk;
  const path = `/bureau/${encodeURIComponent(doc._id)}`;
  const response = await remote.fetch(path, { method: 'PUT', authorization, body: doc });
  if (response.status === 409) {
    const there = await remote.fetch(path, { authorization });
    const other = there.ok ? read(await there.json()) : undefined;
    if (other?.hash !== doc.hash) return refuse(refusals.taken, { subject: String(doc.version) });
    return keep(other);
  }
  if (response.status === 403) {
    const problem = await problemOf(response);
    if (problem.problem === 'account_locked') throw problem;
    return refuse(problem.message.includes('admins_only') ? 'not_home_admin' : refusals.refused, {
      subject: problem.message,
    });
  }
  if (!response.ok) throw await problemOf(response);
  return keep(doc);

  async function keep(published: T): Promise<CommandAnswer<undefined>> {
    await ctx.db.directory.put({ id: published._id, doc: { ...published } });
    await ctx.shelf.news();
    return { ok: true, value: undefined };
  }
}
