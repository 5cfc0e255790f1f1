import { PUBLISHED, readPublished } from '#shared/catalogue/publishedChecklist.ts';

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
  const rows = await ctx.db.directory.where('id').startsWith(PUBLISHED).toArray();
  for (const { id, doc } of rows) {
    const read = readPublished(doc);
    if (serverIds.has(id) || !read.ok || read.value.doc.by !== profile.user) continue;
    const path = `/bureau/${encodeURIComponent(id)}`;
    const response = await remote.fetch(path, { method: 'PUT', authorization, body: read.value.doc });
    // Somebody may have published another one meanwhile: that one stays there, and is told of by the feed.
    if (!response.ok && response.status !== 409)
      await ctx.report({ code: 'checklist_unusable', subject: id, detail: String(response.status) });
  }
}
