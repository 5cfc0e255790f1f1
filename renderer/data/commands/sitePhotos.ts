import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import type { CommandAnswer, CommandInput } from '../protocol.ts';
import { commitEvents } from '../store/commit.ts';

import { authorFor } from './author.ts';
import { ownSite } from './ownSite.ts';
import { photoEvents } from './photoEvents.ts';

/** 现状照片: adds photos to a thing of a register. One that stands there already is named, and none is added then. */
export async function addPhotos(
  ctx: Context,
  { siteId, photos }: CommandInput<'site.addPhotos'>,
): Promise<CommandAnswer<Record<string, never>>> {
  const author = authorFor(ctx, 'photo.added', 'site.changed');
  if (!author.ok) return author;
  const row = await ownSite(ctx, siteId, author.value.org);
  if (!row.ok) return row;
  const stream = `site:${siteId}`;
  for (const sha256 of photos) {
    const known = await ctx.db.photos.get(`${stream}#${sha256}`);
    if (known !== undefined) return refuse('site_photo_twice', { subject: known.data.name });
  }
  const uses = photos.map((sha256) => ({ sha256, purpose: 'scene' as const }));
  const added = await photoEvents(ctx, stream, row.value.org, uses);
  if (!added.ok) return added;
  await commitEvents(ctx, author.value, added.value.events, { blobs: added.value.blobs });
  return { ok: true, value: {} };
}
