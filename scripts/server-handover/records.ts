import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import type { ServerClient } from '../server-setup/client.ts';

type Doc = Readonly<Record<string, unknown>>;
type Row = { readonly id: string; readonly doc?: Doc };
type KeyRow = { readonly key: string; readonly error?: string };

/** How many records one request carries. */
const CHUNK = 200;

/** The true events of a stream in a database, by id: of several leaves the one that proves itself. */
export async function readStream(
  client: ServerClient,
  db: string,
  stream: string,
): Promise<ReadonlyMap<string, EventEnvelope>> {
  const range = `startkey=${json(`${stream}:`)}&endkey=${json(`${stream};`)}`;
  const answer = await client.expect([200, 404], 'GET', `/${db}/_all_docs?include_docs=true&conflicts=true&${range}`);
  const found = new Map<string, EventEnvelope>();
  for (const { id, doc } of answer.status === 404 ? [] : (answer.body as { rows: readonly Row[] }).rows) {
    const event = trueEvent(id, doc === undefined ? [] : [doc]) ?? trueEvent(id, await leavesOf(client, db, id));
    if (event !== undefined) found.set(id, event);
  }
  return found;
}

/** The event among leaves whose body hashes to its id. */
export function trueEvent(id: string, leaves: readonly Doc[]): EventEnvelope | undefined {
  for (const leaf of leaves) {
    const verified = verifyEvent(leaf);
    if (verified.ok && verified.value._id === id) return verified.value;
  }
  return undefined;
}

/** Every leaf of a document, with the bytes of its attachments where they are asked for. */
export async function leavesOf(client: ServerClient, db: string, id: string, attachments = false): Promise<Doc[]> {
  const query = `open_revs=all${attachments ? '&attachments=true' : ''}`;
  const answer = await client.expect([200, 404], 'GET', `/${db}/${encodeURIComponent(id)}?${query}`);
  if (answer.status === 404) return [];
  return (answer.body as readonly { readonly ok?: Doc }[]).flatMap(({ ok }) => (ok === undefined ? [] : [ok]));
}

/** Those of the ids that a database does not know. Undefined when there is no such database. */
export async function missingIn(
  client: ServerClient,
  db: string,
  ids: readonly string[],
): Promise<readonly string[] | undefined> {
  const missing: string[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const keys = ids.slice(start, start + CHUNK);
    const answer = await client.expect([200, 404], 'POST', `/${db}/_all_docs`, { keys });
    if (answer.status === 404) return undefined;
    missing.push(
      ...(answer.body as { rows: readonly KeyRow[] }).rows.flatMap(({ key, error }) =>
        error === 'not_found' ? [key] : [],
      ),
    );
  }
  return missing;
}

/** Writes documents as they are, without a revision of ours; answers those that the server did not take. */
export async function writeCopies(
  client: ServerClient,
  db: string,
  docs: readonly Doc[],
): Promise<readonly { readonly id: string; readonly reason: string }[]> {
  const refused: { id: string; reason: string }[] = [];
  for (let start = 0; start < docs.length; start += CHUNK) {
    const part = docs.slice(start, start + CHUNK);
    const { body } = await client.expect([200, 201, 202], 'POST', `/${db}/_bulk_docs`, { docs: part });
    for (const { id, error, reason } of body as readonly { id: string; error?: string; reason?: string }[])
      // There already: somebody carried it at the same time, and every client proves what it reads.
      if (error !== undefined && error !== 'conflict') refused.push({ id, reason: reason ?? error });
  }
  return refused;
}

function json(text: string): string {
  return encodeURIComponent(JSON.stringify(text));
}
