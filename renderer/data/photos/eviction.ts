import type { BlobRow, XunzhiDatabase } from '../tables.ts';

/** How much originals fetched for looking at them may take, in bytes, when the settings do not say: 2 GiB. */
export const PHOTO_LIMIT_BYTES = 2 * 1024 ** 3;

/** Only what came from the server and is proved to be there: own photos have no `fetchedAt`. */
function mayGo({ key, state, fetchedAt }: BlobRow): boolean {
  return key.startsWith('photo:') && state === 'server' && fetchedAt !== undefined;
}

/**
 * Throws fetched originals away, the least recently read first, until the rest is within the limit. Thumbnails and
 * documents stay: they are small, and lists show them. Answers how many went.
 */
export async function evictOriginals(db: XunzhiDatabase, limitBytes: number = PHOTO_LIMIT_BYTES): Promise<number> {
  const rows = (await db.blobs.orderBy('fetchedAt').toArray()).filter(mayGo);
  let over = rows.reduce((sum, { bytes }) => sum + bytes, 0) - limitBytes;
  const old: string[] = [];
  for (const { key, bytes } of rows) {
    // The newest stays even when it alone is larger: somebody is looking at it.
    if (over <= 0 || old.length === rows.length - 1) break;
    old.push(key);
    over -= bytes;
  }
  if (old.length === 0) return 0;
  return db.transaction('rw', db.blobs, db.bodies, async () => {
    // Looked at again: one that the server lost meanwhile waits to be sent and must stay.
    const keys = (await db.blobs.bulkGet(old)).flatMap((row) => (row !== undefined && mayGo(row) ? [row.key] : []));
    await db.bodies.bulkDelete(keys);
    await db.blobs.bulkDelete(keys);
    return keys.length;
  });
}

/** Notes that fetched blobs were read just now, so that they go last. */
export async function noteRead(db: XunzhiDatabase, keys: readonly string[], nowIso: string): Promise<void> {
  const rows = await db.blobs.bulkGet([...keys]);
  const read = rows.flatMap((row) => (row !== undefined && mayGo(row) ? [row.key] : []));
  if (read.length > 0) await db.blobs.bulkUpdate(read.map((key) => ({ key, changes: { fetchedAt: nowIso } })));
}
