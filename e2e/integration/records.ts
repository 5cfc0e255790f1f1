import { randomBytes } from 'node:crypto';

import { sealEvent, type EventEnvelope, type EventHeader } from '#shared/events/envelope.ts';
import { nextStamp } from '#shared/kernel/hlc.ts';
import { uuidv7 } from '#shared/kernel/uuid.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aShop } from './world.ts';

/** One request as the hub's administrator, past the app; throws when the status is not a good one. */
export async function ask(hub: Hub, method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const { origin, username, password } = new URL(hub.adminUrl);
  const response = await fetch(origin + path, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

/** Writes leaves as a replicator does (`new_edits: false`), on a server whose validation was lost meanwhile. */
export async function writeLeaves(hub: Hub, db: string, leaves: readonly object[]): Promise<void> {
  const path = `/${db}/_design/access`;
  const { _rev, ...design } = await ask(hub, 'GET', path);
  await ask(hub, 'DELETE', `${path}?rev=${String(_rev)}`);
  const refused = await ask(hub, 'POST', `/${db}/_bulk_docs`, { new_edits: false, docs: leaves });
  await ask(hub, 'PUT', path, design);
  if (Array.isArray(refused) && refused.length > 0) throw new Error(`not written: ${JSON.stringify(refused)}`);
}

/** A leaf of a document with a revision of its own: generation and one repeated hex digit. */
export function aLeaf(doc: object, generation: number, digit: string, change: object = {}): object {
  const hash = digit.repeat(32);
  return { ...doc, _rev: `${String(generation)}-${hash}`, _revisions: { start: generation, ids: [hash] }, ...change };
}

/** A truly sealed registration of a shop by someone whose device the tests do not run. */
export function aStrangersShop(name: string): EventEnvelope<'site.registered'> {
  return sealEvent('site.registered', aHeader(`site:${uuidv7(Date.now(), randomBytes(10))}`), aShop(name));
}

/** The header of an event by someone whose device the tests do not run. */
export function aHeader(stream: string, change: Partial<EventHeader> = {}): EventHeader {
  const nowMs = Date.now();
  return {
    v: 1,
    kind: 'event',
    stream,
    at: nextStamp(undefined, nowMs),
    wallAt: new Date(nowMs).toISOString(),
    by: 'zhou.min',
    role: 'hsg/squad_leader',
    org: 'hsg',
    device: '018f0000-0000-7000-8000-0000000000bb',
    log: randomBytes(8).toString('hex'),
    n: 1,
    rules: 1,
    catalogue: 'test',
    ...change,
  };
}
