import type { Context } from '../context.ts';
import { missingOf, type Place } from '../feed/compare.ts';
import { blobNote, forgetBlob } from '../photos/blobNotes.ts';
import { findBody, findSendable } from '../photos/blobRows.ts';
import { storeBlob } from '../photos/fileBlob.ts';
import { leavesOf, type Leaf } from '../photos/serverLeaves.ts';
import { eventsOf } from '../projections/project.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { BlobRow } from '../tables.ts';

/** How many photos and documents are asked for in a visit that only looks whether all is well. */
const SAMPLE = 4;
/** How many are asked for by one request. */
const CHUNK = 100;

let cursor = '';

/**
 * Asks whether the photos and documents that were delivered are still on the server; those that are gone wait again, in
 * their author's name. `sample` asks for a few in turn and for all when one of them is gone. Answers how many wait again.
 */
export async function lookForBlobs(ctx: Context, place: Omit<Place, 'db'>, which: 'sample' | 'all'): Promise<number> {
  const keys = await ctx.db.blobs.where('state').equals('server').primaryKeys();
  keys.sort();
  const after = keys.filter((key) => key > cursor);
  const chosen = which === 'all' ? keys : [...after, ...keys].slice(0, Math.min(SAMPLE, keys.length));
  let again = 0;
  for (let start = 0; start < chosen.length; start += CHUNK)
    again += await lookFor(ctx, place, chosen.slice(start, start + CHUNK));
  if (which === 'all') return again;
  cursor = chosen.at(-1) ?? '';
  return again === 0 ? 0 : again + (await lookForBlobs(ctx, place, 'all'));
}

async function lookFor(ctx: Context, place: Omit<Place, 'db'>, keys: readonly string[]): Promise<number> {
  const rows = (await ctx.db.blobs.bulkGet([...keys])).flatMap((row) => row ?? []);
  let again = 0;
  for (const db of new Set(rows.map((row) => row.db))) {
    const ours = rows.filter((row) => row.db === db);
    const gone = await missingThere(
      { ...place, db },
      ours.map(({ key }) => key),
    );
    for (const row of ours.filter(({ key }) => gone.has(key))) {
      await waitAgain(ctx, row);
      again += 1;
    }
  }
  return again;
}

/** A database that is not there, or closed to this account, says nothing about what it should hold. */
async function missingThere(place: Place, keys: readonly string[]): Promise<ReadonlySet<string>> {
  try {
    return new Set(await missingOf(place, keys));
  } catch (error) {
    if (error instanceof RemoteProblem && (error.status === 404 || error.status === 403)) return new Set();
    throw error;
  }
}

/** The file beside the journal first: until the server has the bytes again they must survive the loss of the store. */
async function waitAgain(ctx: Context, row: BlobRow): Promise<void> {
  const blob = await findBody(ctx.db, row.key);
  if (blob === undefined) return;
  const by = (await authorOf(ctx, row)) ?? row.by;
  const { digest } = await storeBlob(ctx.port, row.key, blob);
  await ctx.port.call('journal.append', { entries: [blobNote({ ...row, by, digest, state: 'waiting' })] });
  // What was only fetched for looking at it must not be thrown away any more.
  await ctx.db.blobs.update(row.key, { state: 'waiting', by, digest, fetchedAt: undefined });
}

/** Who may send it: the author of the record that names it. A reviewer's device holds it, too, and may not. */
async function authorOf(ctx: Context, { key }: BlobRow): Promise<string | undefined> {
  const sha256 = key.slice(key.indexOf(':') + 1);
  const streams = key.startsWith('doc:')
    ? (await ctx.db.cases.filter((one) => one.documents.some((doc) => doc.pdfSha256 === sha256)).toArray()).map(
        ({ id }) => `case:${id}`,
      )
    : (await ctx.db.photos.where('sha256').equals(sha256).toArray()).map(({ stream }) => stream);
  for (const stream of streams)
    for (const { event } of await eventsOf(ctx.db, stream)) {
      if (event.type === 'photo.added' && event.data.sha256 === sha256) return event.by;
      if (event.type === 'document.issued' && event.data.pdf?.sha256 === sha256) return event.by;
    }
  return undefined;
}

/** Waiting ones of other people whose author or a carrier delivered them meanwhile need not wait here any more. */
export async function settleOthersBlobs(ctx: Context, place: Omit<Place, 'db'>, user: string): Promise<void> {
  const rows = await ctx.db.blobs
    .where('state')
    .equals('waiting')
    .filter((row) => row.by !== user)
    .toArray();
  for (const row of rows) {
    const gone = await missingThere({ ...place, db: row.db }, [row.key]);
    if (gone.size > 0) continue;
    const target = { databaseUrl: `${place.remote.url}/${row.db}`, authorization: place.authorization };
    const fetcher = (url: string, init: RequestInit): Promise<Response> => place.remote.guarded(url, init, 60_000);
    const leaves = await leavesOf(fetcher, target, row.key);
    // What a bundle brought has no digest yet.
    const own = row.digest ?? (await findSendable(ctx, row))?.digest;
    const isThere = ({ length, digest }: Leaf): boolean => length === row.bytes && digest === own;
    if (!leaves.ok || !leaves.value.some(isThere)) continue;
    await ctx.db.blobs.update(row.key, { state: 'server' });
    await forgetBlob(ctx, row.key);
  }
}
