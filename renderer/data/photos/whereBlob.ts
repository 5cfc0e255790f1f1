import { mayReview } from '#shared/access/permissions.ts';
import { evidenceDatabaseOf } from '#shared/events/stream.ts';

import type { Context } from '../context.ts';
import { RemoteProblem } from '../remote/problem.ts';

/** Where a blob of a stream stands on the server and what it must be; `db` is absent while the stream is not here. */
export type BlobPlace = {
  readonly db: string | undefined;
  readonly mime: string;
  readonly expected?: string | undefined;
};

/** Looks the place of a blob up; throws a `RemoteProblem` when no record names the photo. */
export async function whereIs(ctx: Context, key: string, stream: string): Promise<BlobPlace> {
  const [kind, sha256 = ''] = key.split(':');
  const org = await readableOwnerOf(ctx, stream);
  const db = org === undefined ? undefined : evidenceDatabaseOf(stream, org);
  if (kind === 'doc') return { db, mime: 'application/pdf' };
  const photo =
    (await ctx.db.photos.get(`${stream}#${sha256}`)) ?? (await ctx.db.photos.where('sha256').equals(sha256).first());
  if (photo === undefined) throw new RemoteProblem('server_error', 404, key);
  return kind === 'thumb'
    ? { db, mime: 'image/jpeg', expected: photo.data.thumb?.sha256 }
    : { db, mime: photo.data.mime };
}

/**
 * The organisation whose photos are read for a stream. Only the brigade reads several: of a case that was handed over,
 * giver and receiver have the photos each in their own database.
 */
async function readableOwnerOf(ctx: Context, stream: string): Promise<string | undefined> {
  const owner = await ownerOf(ctx, stream);
  const profile = ctx.session.profile;
  return owner === undefined || profile === undefined || mayReview(profile.role) ? owner : profile.org;
}

/** The organisation that owns a stream. */
async function ownerOf(ctx: Context, stream: string): Promise<string | undefined> {
  const id = stream.slice(stream.indexOf(':') + 1);
  await ctx.projector.catchUp(stream);
  if (stream.startsWith('indicator:')) return (await ctx.db.indicators.get(id))?.entries[0]?.org;
  const row = stream.startsWith('case:') ? await ctx.db.cases.get(id) : await ctx.db.inspections.get(id);
  return row?.org;
}
