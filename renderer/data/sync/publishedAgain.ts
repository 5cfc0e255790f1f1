import { readPublishedAny } from '#shared/catalogue/publishedAny.ts';
import { PUBLISHED_PREFIXES } from '#shared/catalogue/publishedDocument.ts';

import { unusableCode } from '../catalogue/shelf.ts';
import type { Context } from '../context.ts';
import type { Place } from '../feed/compare.ts';
import type { Profile } from '../session/session.ts';

/** Publishes again what this administrator had published on a server that lost it; records are read by it. */
export async function publishedAgain(
  ctx: Context,
  { remote, authorization }: Place,
  profile: Profile,
  serverIds: ReadonlySet<string>,
): Promise<void> {
  const rows = await ctx.db.directory
    .where('id')
    .startsWithAnyOf(...PUBLISHED_PREFIXES)
    .toArray();
  for (const { id, doc } of rows) {
    const read = readPublishedAny(doc);
    if (serverIds.has(id) || !read.ok || read.value.by !== profile.user) continue;
    const path = `/bureau/${encodeURIComponent(id)}`;
    const response = await remote.fetch(path, { method: 'PUT', authorization, body: read.value });
    // Somebody may have published another one meanwhile: that one stays there, and is told of by the feed.
    if (!response.ok && response.status !== 409)
      await ctx.report({ code: unusableCode(id), subject: id, detail: String(response.status) });
  }
}
