import { withoutWithheld } from '#shared/events/withheld.ts';

import type { Context } from '../context.ts';
import { blobNote } from '../photos/blobNotes.ts';
import { eventsOf } from '../projections/project.ts';
import type { BlobRow, XunzhiDatabase } from '../tables.ts';

const forgotten = new WeakMap<XunzhiDatabase, Set<string>>();

/**
 * What its author took back on another device, after a bundle had brought a copy here: nobody will ever send it, so the
 * journal need not keep it, and its photos and documents wait no more and say why.
 */
export async function followWithheld(ctx: Context): Promise<void> {
  const rows = await ctx.db.withheld.filter(({ device }) => device !== ctx.runtime.device).toArray();
  if (rows.length === 0) return;
  await forgetEntries(
    ctx,
    rows.map(({ named }) => named),
  );
  await keepFiles(ctx);
}

/** Once for each start: asking main is dearer than it is worth to remember longer. */
async function forgetEntries(ctx: Context, named: readonly string[]): Promise<void> {
  const done = forgotten.get(ctx.db) ?? new Set();
  forgotten.set(ctx.db, done);
  const fresh = named.filter((id) => !done.has(id));
  const waiting = await ctx.db.outbox.bulkGet(fresh);
  const entries = fresh.filter((_, index) => waiting[index] === undefined);
  if (entries.length === 0) return;
  await ctx.port.call('journal.drop', { entries: entries.map((key) => ({ kind: 'event', key })) });
  for (const id of entries) done.add(id);
}

async function keepFiles(ctx: Context): Promise<void> {
  for (const row of await ctx.db.blobs.where('state').equals('waiting').toArray()) {
    const reason = await withheldFor(ctx, row);
    if (reason === undefined) continue;
    const kept: BlobRow = { ...row, state: 'withdrawn', reason, since: ctx.clock.nowIso() };
    await ctx.port.call('journal.append', { entries: [blobNote(kept)] });
    await ctx.db.blobs.put(kept);
  }
}

/** The reason when every record that names the file was taken back; undefined while one of them counts. */
async function withheldFor(ctx: Context, { key, stream }: BlobRow): Promise<string | undefined> {
  if (stream === undefined) return undefined;
  const [kind, sha256 = ''] = key.split(':');
  const events = (await eventsOf(ctx.db, stream)).map(({ event }) => event);
  const naming = events.filter((event) =>
    kind === 'doc'
      ? event.type === 'document.issued' && event.data.pdf?.sha256 === sha256
      : event.type === 'photo.added' && event.data.sha256 === sha256,
  );
  const counting = new Set(withoutWithheld(events));
  if (naming.length === 0 || naming.some((event) => counting.has(event))) return undefined;
  if (kind !== 'doc' && (await ctx.db.photos.where('sha256').equals(sha256).count()) > 0) return undefined;
  return (
    await ctx.db.withheld
      .where('id')
      .startsWith(`${naming[0]?._id ?? ''}@`)
      .first()
  )?.reason;
}
