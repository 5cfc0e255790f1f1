import { createHash } from 'node:crypto';

import { ATTACHMENT } from '#renderer/data/photos/multipart.ts';
import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import { ServerAccount } from '../../fixtures/server.ts';

/** An event as the server holds it. */
export type StoredEvent = { readonly db: string; readonly event: EventEnvelope };

/** What a server holds of records and photos, read past the app. */
export type ServerContent = {
  readonly events: readonly StoredEvent[];
  /** Documents that look like events and do not hash to their id, as `<db>/<id>`. */
  readonly untrue: readonly string[];
  /** Keys of photos, thumbnails and documents whose bytes were fetched and are whole; with the database. */
  readonly blobs: readonly { readonly db: string; readonly key: string }[];
  /** Blobs whose bytes are missing or are not those of their key. */
  readonly brokenBlobs: readonly string[];
};

const RECORDS = /^(work|case)-/;

/** Reads every database of records and of photos as an administrator; photos are fetched and hashed. */
export async function readServer(
  adminUrl: string,
  { blobs: wantsBlobs = true }: { readonly blobs?: boolean } = {},
): Promise<ServerContent> {
  const admin = ServerAccount.ofUrl(adminUrl);
  const names = (await admin.request('GET', '/_all_dbs')) as readonly string[];
  const events: StoredEvent[] = [];
  const untrue: string[] = [];
  for (const db of names.filter((name) => RECORDS.test(name))) {
    for (const doc of await admin.documents(db)) {
      if (doc['kind'] !== 'event') continue;
      const verified = verifyEvent(doc);
      if (verified.ok) events.push({ db, event: verified.value });
      else untrue.push(`${db}/${String(doc['_id'])}`);
    }
  }
  const blobs: { db: string; key: string }[] = [];
  const brokenBlobs: string[] = [];
  for (const db of wantsBlobs ? names.filter((name) => name.startsWith('evidence-')) : []) {
    for (const doc of await admin.documents(db)) {
      const key = String(doc['_id']);
      if (await isWhole(admin, db, key)) blobs.push({ db, key });
      else brokenBlobs.push(`${db}/${key}`);
    }
  }
  return { events, untrue, blobs, brokenBlobs };
}

/** Whether the stored bytes are those of the key; a thumbnail's key names its original, so it only has to have bytes. */
async function isWhole(admin: ServerAccount, db: string, key: string): Promise<boolean> {
  const response = await fetch(`${admin.url}/${db}/${encodeURIComponent(key)}/${ATTACHMENT}`, {
    headers: { authorization: admin.authorization },
  });
  if (!response.ok) return false;
  const bytes = Buffer.from(await response.arrayBuffer());
  const [kind, sha256] = key.split(':');
  return kind === 'thumb' ? bytes.length > 0 : createHash('sha256').update(bytes).digest('hex') === sha256;
}
