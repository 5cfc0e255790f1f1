import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import { blobNote, DRAFT_STREAM, photoNote } from '../photos/blobNotes.ts';
import { keepBlob } from '../photos/blobRows.ts';
import { importPhoto, type ImportedFile } from '../photos/importPhoto.ts';
import { assertRoom } from '../store/room.ts';
import type { BlobRow } from '../tables.ts';

import { authorFor } from './author.ts';

type Names = 'photo.import' | 'photo.load' | 'photo.reading';

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
  'photo.load': (ctx, { key, stream }) => ctx.loads.ask(key, stream),
  'photo.reading': (ctx, { stream }) => {
    ctx.prefetch.read(stream ?? undefined);
    return Promise.resolve({ ok: true, value: {} });
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
