import { evidenceDatabaseOf } from '#shared/events/stream.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import { blobNote, canBeRead, DRAFT_STREAM, photoNote } from '../photos/blobNotes.ts';
import { findBody, keepBlob, putBlobRow } from '../photos/blobRows.ts';
import { importPhoto, type ImportedFile } from '../photos/importPhoto.ts';
import { getBlob } from '../photos/remoteBlob.ts';
import { RemoteProblem } from '../remote/problem.ts';
import { assertRoom, hasRoomForPhotos } from '../store/room.ts';
import type { BlobRow } from '../tables.ts';

import { authorFor } from './author.ts';

type Names = 'photo.import' | 'photo.load';

/** Photos: into the device, and back from the server when someone looks at them. */
export const PHOTO_COMMANDS: Pick<Handlers, Names> = {
  'photo.import': async (ctx, { file, name }) => {
    const author = authorFor(ctx, 'photo.added');
    if (!author.ok) return author;
    await assertRoom(ctx.port, 'photo');
    const imported = await importPhoto(file, name, ctx.clock.nowIso());
    if (!imported.ok) return refuse(imported.error.code, { subject: name });
    const { data } = imported.value;
    const duplicate = await keepPhoto(ctx, author.value.user, imported.value);
    return { ok: true, value: { sha256: data.sha256, name: data.name, duplicate, condition: data.condition } };
  },
  'photo.load': async (ctx, { key, stream }) => {
    const here = await findBody(ctx.db, key);
    if (here !== undefined && (await canBeRead(here))) return { ok: true, value: { blob: here } };
    const authorization = ctx.session.authorization;
    if (ctx.remote === undefined || authorization === undefined) return refuse('photo_not_here');
    const { db, mime, expected } = await whereIs(ctx, key, stream);
    if (db === undefined) return refuse('photo_missing', { subject: key });
    const remote = ctx.remote;
    const answer = await getBlob(
      (url, init) => remote.guarded(url, init, 120_000),
      { databaseUrl: `${remote.url}/${db}`, authorization },
      key,
      expected,
    );
    if (!answer.ok) {
      if (answer.error.code === 'mismatch') await ctx.report({ code: 'forgery', subject: key, detail: db });
      return refuse(answer.error.code === 'mismatch' ? 'photo_forged' : 'photo_not_on_server', { subject: key });
    }
    const blob = answer.value.slice(0, answer.value.size, mime);
    // With little room it is shown and not kept: it is on the server.
    if (!(await hasRoomForPhotos(ctx.port))) return { ok: true, value: { blob } };
    const row: BlobRow = { key, db, mime, bytes: blob.size, by: ctx.session.profile?.user ?? '', state: 'server' };
    await putBlobRow(ctx.db, { ...row, fetchedAt: ctx.clock.nowIso() }, blob);
    return { ok: true, value: { blob } };
  },
};

/** Keeps an imported photo until a form names it; answers whether its bytes were here before. */
export async function keepPhoto(ctx: Context, by: string, { original, thumb, data }: ImportedFile): Promise<boolean> {
  const key = `photo:${data.sha256}`;
  const duplicate = (await ctx.db.blobs.get(key)) !== undefined;
  const known = await ctx.db.photos.where('sha256').equals(data.sha256).first();
  const row: BlobRow = { key, mime: data.mime, bytes: data.bytes, by, db: '', state: 'draft' };
  const kept: BlobRow[] = [];
  if (!duplicate) {
    kept.push(await keepBlob(ctx, row, original));
    const small = thumb && { ...row, key: `thumb:${data.sha256}`, mime: thumb.type, bytes: thumb.size };
    if (thumb !== undefined && small !== undefined) kept.push(await keepBlob(ctx, small, thumb));
  }
  const notes = [...kept.map(blobNote), ...(known === undefined ? [photoNote(data)] : [])];
  if (notes.length > 0) await ctx.port.call('journal.append', { entries: notes });
  if (known === undefined) {
    await ctx.db.photos.put({
      key: `${DRAFT_STREAM}#${data.sha256}`,
      stream: DRAFT_STREAM,
      sha256: data.sha256,
      data: { ...data, purpose: 'other' },
    });
  }
  return duplicate;
}

async function whereIs(
  ctx: Context,
  key: string,
  stream: string,
): Promise<{ readonly db: string | undefined; readonly mime: string; readonly expected?: string | undefined }> {
  const [kind, sha256 = ''] = key.split(':');
  const org = await ownerOf(ctx, stream);
  const db = org === undefined ? undefined : evidenceDatabaseOf(stream, org);
  if (kind === 'doc') return { db, mime: 'application/pdf' };
  const photo =
    (await ctx.db.photos.get(`${stream}#${sha256}`)) ?? (await ctx.db.photos.where('sha256').equals(sha256).first());
  if (photo === undefined) throw new RemoteProblem('server_error', 404, key);
  return kind === 'thumb'
    ? { db, mime: 'image/jpeg', expected: photo.data.thumb?.sha256 }
    : { db, mime: photo.data.mime };
}

/** The organisation that owns a stream. */
async function ownerOf(ctx: Context, stream: string): Promise<string | undefined> {
  const id = stream.slice(stream.indexOf(':') + 1);
  await ctx.projector.catchUp(stream);
  const row = stream.startsWith('case:') ? await ctx.db.cases.get(id) : await ctx.db.inspections.get(id);
  return row?.org;
}
