import { rmSync } from 'node:fs';

import { freshFolder } from '../../fixtures/app.ts';
import type { Task } from '../../fixtures/entry.ts';
import { startHub } from '../../fixtures/hub.ts';
import { ServerAccount } from '../../fixtures/server.ts';

const BATCH = 2000;

/** The server a benchmark runs against, as its administrator, and the URL that the app is given. */
export type Place = { readonly url: string; readonly admin: ServerAccount };

/** Runs against `--server`, which must have been set up with the demo bureau, or against a fresh hub. */
export async function atServer(task: Task, run: (place: Place) => Promise<void>): Promise<void> {
  if (task.server !== undefined) {
    const { origin, username, password } = new URL(task.server);
    await run({ url: origin, admin: new ServerAccount(origin, username, decodeURIComponent(password)) });
    return;
  }
  const folder = freshFolder('bench');
  const hub = await startHub(folder);
  try {
    await run({ url: hub.url, admin: new ServerAccount(hub.url, 'admin') });
  } finally {
    await hub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Makes a database afresh with the rights of another one and fills it as a replicator does. Answers the number of its
 * last change: what its sequences begin with, on the hub and on CouchDB.
 */
export async function fillAfresh(
  admin: ServerAccount,
  db: string,
  like: string,
  docs: readonly { readonly _id: string; readonly hash: string }[],
): Promise<number> {
  const security = await admin.request('GET', `/${like}/_security`);
  await admin.request('DELETE', `/${db}`).catch(() => undefined); // it need not be there
  await admin.request('PUT', `/${db}`);
  await admin.request('PUT', `/${db}/_security`, security);
  return addDocs(admin, db, docs);
}

/** Adds documents with a revision of their own, past validation and quickly. */
export async function addDocs(
  admin: ServerAccount,
  db: string,
  docs: readonly { readonly _id: string; readonly hash: string }[],
): Promise<number> {
  for (let start = 0; start < docs.length; start += BATCH)
    await admin.writeLeaves(
      db,
      docs.slice(start, start + BATCH).map((doc) => ({ ...doc, _rev: `1-${doc.hash.slice(0, 32)}` })),
    );
  return lastChange(admin, db);
}

/** The number of a database's last change. */
export async function lastChange(admin: ServerAccount, db: string): Promise<number> {
  const { last_seq } = (await admin.request('GET', `/${db}/_changes?descending=true&limit=1&since=0`)) as {
    last_seq: string | number;
  };
  const { update_seq } = (await admin.request('GET', `/${db}`)) as { update_seq: string | number };
  return Math.max(Number.parseInt(String(last_seq), 10), Number.parseInt(String(update_seq), 10));
}
