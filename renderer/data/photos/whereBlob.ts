import { mayReview } from '#shared/access/permissions.ts';
import { evidenceDatabaseOf, parseStream } from '#shared/events/stream.ts';

import type { Context } from '../context.ts';
import { eventsOf } from '../projections/project.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { EventRow } from '../tables.ts';

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
  switch (parseStream(stream)?.kind) {
    case 'indicator':
      return (await ctx.db.indicators.get(id))?.entries[0]?.org;
    case 'case':
      return (await ctx.db.cases.get(id))?.org;
    case 'report':
      return (await ctx.db.reports.get(id))?.org;
    case 'site':
      return (await ctx.db.sites.get(id))?.org ?? registrarOf(await eventsOf(ctx.db, stream));
    default:
      return (await ctx.db.inspections.get(id))?.org;
  }
}

/** Who registered a thing that was withdrawn: it has no row any more, and keeps its photos. */
function registrarOf(rows: readonly EventRow[]): string | undefined {
  return rows.find(({ event }) => event.type === 'site.registered')?.event.org;
}
