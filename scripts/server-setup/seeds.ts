import { generateKeyPairSync, sign } from 'node:crypto';

import type { DeviceCard } from '#shared/access/directory.ts';

import { SetupError, type Credentials, type ServerClient } from './client.ts';
import type { Plan, Seed } from './plan.ts';
import type { Step } from './report.ts';

/** Brings records in through the carrier's account, as any server-to-server copy would, and signs their log. */
export async function bringSeeds(client: ServerClient, plan: Plan): Promise<readonly Step[]> {
  const carrier = plan.accounts.find(({ roles }) => roles.some((role) => role.endsWith('/carrier')));
  const credentials = carrier && { user: carrier.card.user, password: carrier.password };
  const steps: Step[] = [];
  for (const seed of plan.seeds) {
    steps.push(...(await bringEvents(client, seed, credentials)));
    steps.push(await vouch(client, seed, credentials));
  }
  return steps;
}

async function bringEvents(
  client: ServerClient,
  { db, events }: Seed,
  credentials: Credentials | undefined,
): Promise<readonly Step[]> {
  const answer = await client.expect([200], 'POST', `/${db}/_all_docs`, { keys: events.map(({ _id }) => _id) });
  const { rows } = answer.body as { rows: readonly { key: string; error?: string }[] };
  const missing = new Set(rows.filter(({ error }) => error !== undefined).map(({ key }) => key));
  const docs = events.filter(({ _id }) => missing.has(_id));
  if (docs.length > 0) {
    const written = await client.expect([201, 202], 'POST', `/${db}/_bulk_docs`, { docs }, credentials);
    const refused = (written.body as readonly { error?: string; reason?: string; id: string }[]).find(
      ({ error }) => error !== undefined,
    );
    if (refused !== undefined) throw new SetupError('refused', `${db} ${refused.id}: ${String(refused.reason)}`);
  }
  return events.map(({ _id }) => ({
    what: 'record',
    name: `${db} ${_id.slice(0, 41)}`,
    did: missing.has(_id) ? 'created' : 'unchanged',
  }));
}

/** The demo device's key signs one head and is thrown away: nothing can be added to its log afterwards. */
async function vouch(client: ServerClient, seed: Seed, credentials: Credentials | undefined): Promise<Step> {
  const { device, by, org, registeredAt, db } = seed;
  const id = `device:${device}`;
  const path = `/bureau/${encodeURIComponent(id)}`;
  const last = seed.events.at(-1);
  if (last === undefined || (await client.expect([200, 404], 'GET', path)).status === 200)
    return { what: 'card', name: id, did: 'unchanged' };
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const card: DeviceCard = {
    _id: id,
    kind: 'device',
    device,
    by,
    org,
    registeredAt,
    publicKey: { kty: 'EC', crv: 'P-256', x, y },
  };
  await client.expect([201, 202], 'PUT', path, card);
  const head = `head:${last.log}:${String(last.n)}:${last.hash.slice(0, 16)}`;
  const signature = sign('sha256', Buffer.from(head), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const body = { kind: 'head', by, device, log: last.log, n: last.n, hash: last.hash };
  await client.expect(
    [201, 202],
    'PUT',
    `/${db}/${encodeURIComponent(head)}`,
    { ...body, signature: signature.toString('base64') },
    credentials,
  );
  return { what: 'card', name: id, did: 'created' };
}
