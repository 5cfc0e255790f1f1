import { publishedShape, type PublishedDocument } from '#shared/catalogue/publishedDocument.ts';

import { refuse } from '../dispatch.ts';
import type { CommandAnswer } from '../protocol.ts';

import { problemOf } from './desk.ts';
import type { Desk } from './lists.ts';

/** What it is called when somebody else has published that version, and when the server takes it not. */
type Codes = { readonly taken: string; readonly refused: string };

/**
 * Writes a document that is published once, and puts it on the shelf of this device. One that is there already with the same text
 * is its own, whose answer was lost.
 */
export async function writePublished(
  { ctx, remote, authorization }: Desk,
  doc: PublishedDocument,
  { taken, refused }: Codes,
): Promise<CommandAnswer<Record<string, never>>> {
  const path = `/bureau/${encodeURIComponent(doc._id)}`;
  const response = await remote.fetch(path, { method: 'PUT', authorization, body: doc });
  if (response.status === 409) {
    const there = await remote.fetch(path, { authorization });
    const other: unknown = there.ok ? await there.json() : undefined;
    if (publishedShape.safeParse(other).data?.hash !== doc.hash) return refuse(taken, { subject: String(doc.version) });
  } else if (response.status === 403) {
    const problem = await problemOf(response);
    if (problem.problem === 'account_locked') throw problem;
    return refuse(problem.message.includes('admins_only') ? 'not_home_admin' : refused, { subject: problem.message });
  } else if (!response.ok) throw await problemOf(response);
  await ctx.db.directory.put({ id: doc._id, doc: { ...doc } });
  await ctx.shelf.news();
  return { ok: true, value: {} };
}
