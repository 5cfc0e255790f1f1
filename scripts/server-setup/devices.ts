import { deviceStanding, type Closing } from '#shared/access/device.ts';
import { deviceCardField, orgCardField, type DeviceCard, type OrgCard } from '#shared/access/directory.ts';

import { SetupError, type ServerClient } from './client.ts';
import { changeSecurity } from './databases.ts';
import type { Step } from './report.ts';

/** Databases that belong to no single organisation. */
const COMMON = ['bureau', 'numbers', 'brigade'];

type Card = DeviceCard & { readonly _rev?: string };
type Directory = { readonly cards: readonly Card[]; readonly orgs: ReadonlyMap<string, OrgCard> };

/** Approves a device: its card says so, and the list that the server's validation reads. */
export async function approveDevice(client: ServerClient, device: string, by: string): Promise<readonly Step[]> {
  const { cards, orgs } = await readDirectory(client);
  const card = cardOf(cards, device);
  const done = deviceStanding(card, orgs.get(card.org)) === 'approved' && card.approvedAt !== undefined;
  const step = done ? unchanged(card) : await putCard(client, { ...card, approvedAt: now(), approvedBy: by });
  return [step, ...(await setUpDevices(client))];
}

/** Revokes a device, or turns its request down: no account can write from it any more, and its blocks are closed. */
export async function revokeDevice(
  client: ServerClient,
  device: string,
  by: string,
  reason: string,
): Promise<readonly Step[]> {
  const { cards, orgs } = await readDirectory(client);
  const card = cardOf(cards, device);
  const standing = deviceStanding(card, orgs.get(card.org));
  const steps: Step[] = [];
  if (standing === 'revoked' || standing === 'rejected') steps.push(unchanged(card));
  else {
    steps.push(await putCard(client, { ...card, revokedAt: now(), revokedBy: by, revokedReason: reason }));
    steps.push(await closeBlocks(client, card, by, reason));
  }
  return [...steps, ...(await setUpDevices(client))];
}

/**
 * Brings every list of devices in `_security` in line with the cards: who may lease numbers, and who may write nothing.
 * Part of each set-up run, so that a list an administrator's app could not write, and the databases of a new year, follow.
 */
export async function setUpDevices(client: ServerClient): Promise<readonly Step[]> {
  const { cards, orgs } = await readDirectory(client);
  const of = (...wanted: readonly string[]): readonly Card[] =>
    cards.filter((card) => wanted.includes(deviceStanding(card, undefined)));
  const [approved, revoked, known] = [of('approved'), of('revoked', 'rejected'), new Set(cards.map(idOf))];
  const automatic = [...orgs.values()].filter(({ approveDevices }) => approveDevices === 'automatic');
  const names = (await client.expect([200], 'GET', '/_all_dbs')).body as readonly string[];
  const steps: Step[] = [];
  for (const name of names.filter((one) => COMMON.includes(one) || ofOrg(one))) {
    const step = await changeSecurity(client, name, (current) => ({
      ...current,
      // An id without a card was written by hand and stays.
      revoked_devices: merged(current.revoked_devices, known, revoked),
      ...(name === 'numbers' && {
        approved_devices: merged(current.approved_devices, known, approved),
        automatic_orgs: automatic.map(({ org }) => org).sort(),
      }),
    }));
    if (step.did === 'changed') steps.push(step);
  }
  return steps;
}

function ofOrg(name: string): boolean {
  return /^(work|sealed)-[a-z0-9]+$|^(case|evidence)-[a-z0-9]+-\d{4}$/.test(name);
}

function merged(current: readonly string[] = [], known: ReadonlySet<string>, cards: readonly Card[]): string[] {
  return [...new Set([...current.filter((id) => !known.has(id)), ...cards.map(idOf)])].sort();
}

async function readDirectory(client: ServerClient): Promise<Directory> {
  const all = await client.expect([200], 'GET', '/bureau/_all_docs?include_docs=true');
  const docs = (all.body as { readonly rows: readonly { readonly doc?: unknown }[] }).rows.map(({ doc }) => doc);
  const orgs = docs.flatMap((doc) => orgCardField.safeParse(doc).data ?? []);
  return {
    cards: docs.flatMap((doc) => deviceCardField.safeParse(doc).data ?? []),
    orgs: new Map(orgs.map((card) => [card.org, card])),
  };
}

function cardOf(cards: readonly Card[], device: string): Card {
  const found = cards.filter((card) => card.device.endsWith(device) || card.device.startsWith(device));
  const [card] = found;
  if (card === undefined || found.length > 1)
    throw new SetupError('refused', `${found.length === 0 ? 'no' : 'more than one'} device ${device}`);
  return card;
}

/** The blocks of the device that the server knows; which of their numbers were used stands in the cases. */
async function closeBlocks(client: ServerClient, card: Card, by: string, reason: string): Promise<Step> {
  const query = `startkey=${JSON.stringify('lease:')}&endkey=${JSON.stringify('lease;')}&include_docs=true`;
  const all = await client.expect([200], 'GET', `/numbers/_all_docs?${query}`);
  const rows = (all.body as { rows: readonly { id: string; doc?: { device?: string } }[] }).rows;
  const at = now();
  const closing: Closing = {
    _id: `closing:${card.device}:${String(Date.parse(at))}`,
    kind: 'closing',
    by,
    org: card.org,
    closed: card.device,
    at,
    reason,
    leases: rows.filter(({ doc }) => doc?.device === card.device).map(({ id }) => id),
  };
  await client.expect([201, 202], 'PUT', `/numbers/${encodeURIComponent(closing._id)}`, closing);
  return { what: 'record', name: closing._id, did: 'created' };
}

async function putCard(client: ServerClient, card: Card): Promise<Step> {
  await client.expect([201, 202], 'PUT', `/bureau/${encodeURIComponent(card._id)}`, card);
  return { what: 'card', name: card._id, did: 'changed' };
}

function unchanged({ _id }: Card): Step {
  return { what: 'card', name: _id, did: 'unchanged' };
}

function idOf({ device }: Card): string {
  return device;
}

function now(): string {
  return new Date().toISOString();
}
