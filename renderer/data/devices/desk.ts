import { deviceStanding, type Closing } from '#shared/access/device.ts';
import { deviceCardField, type DeviceCard } from '#shared/access/directory.ts';

import { refuse } from '../dispatch.ts';
import type { CommandAnswer, DeviceChange } from '../protocol.ts';
import { problemOfStatus, RemoteProblem } from '../remote/problem.ts';

import { writeLists, type Desk } from './lists.ts';

type Card = DeviceCard & { readonly _rev: string };

/** Approves a device, or approves it again after a revocation. */
export async function approve(desk: Desk, device: string): Promise<CommandAnswer<DeviceChange>> {
  const card = await readCard(desk, device);
  if (card === undefined) return refuse('unknown_device', { subject: device });
  const at = desk.ctx.clock.nowIso();
  const written = await writeCard(desk, { ...card, approvedAt: at, approvedBy: desk.user });
  if (!written.ok) return written;
  const lists = await writeLists(desk, card, 'approved');
  return { ok: true, value: { lists } };
}

/** Revokes a device or turns its request down; its blocks of numbers are closed with the reason. */
export async function revoke(desk: Desk, device: string, reason: string): Promise<CommandAnswer<DeviceChange>> {
  const card = await readCard(desk, device);
  if (card === undefined) return refuse('unknown_device', { subject: device });
  // Locking oneself out is a slip of the finger, and nobody here could undo it.
  if (device === desk.ctx.runtime.device) return refuse('own_device');
  const revokedAt = desk.ctx.clock.nowIso();
  const written = await writeCard(desk, { ...card, revokedAt, revokedBy: desk.user, revokedReason: reason });
  if (!written.ok) return written;
  if (deviceStanding(card, undefined) === 'approved') await closeBlocks(desk, card, reason, revokedAt);
  const lists = await writeLists(desk, card, 'revoked');
  return { ok: true, value: { lists } };
}

async function readCard({ remote, authorization }: Desk, device: string): Promise<Card | undefined> {
  const response = await remote.fetch(`/bureau/${encodeURIComponent(`device:${device}`)}`, { authorization });
  if (response.status === 404) return undefined;
  if (!response.ok) throw await problemOf(response);
  return deviceCardField.safeParse(await response.json()).data as Card | undefined;
}

async function writeCard({ ctx, remote, authorization }: Desk, card: Card): Promise<CommandAnswer<undefined>> {
  const path = `/bureau/${encodeURIComponent(card._id)}`;
  const response = await remote.fetch(path, { method: 'PUT', authorization, body: card });
  if (response.status === 409) return refuse('device_changed');
  if (response.status === 403) {
    const problem = await problemOf(response);
    if (problem.problem === 'account_locked') throw problem;
    return refuse('role_forbidden', { subject: 'device' });
  }
  if (!response.ok) throw await problemOf(response);
  await ctx.db.directory.put({ id: card._id, doc: { ...card } });
  return { ok: true, value: undefined };
}

/** The device's blocks as this device knows them; whoever reads the register finds the reason of the gap here. */
async function closeBlocks(desk: Desk, card: Card, reason: string, at: string): Promise<void> {
  const leases = await desk.ctx.db.leases.filter((lease) => lease.device === card.device).primaryKeys();
  const closing: Closing = {
    _id: `closing:${card.device}:${String(Date.parse(at))}`,
    kind: 'closing',
    by: desk.user,
    org: card.org,
    closed: card.device,
    at,
    reason,
    leases,
  };
  const path = `/numbers/${encodeURIComponent(closing._id)}`;
  const response = await desk.remote.fetch(path, { method: 'PUT', authorization: desk.authorization, body: closing });
  if (!response.ok && response.status !== 409) throw await problemOf(response);
}

/** What an answer that is no success says, as the problem to throw. */
export async function problemOf(response: Response): Promise<RemoteProblem> {
  const detail = (await response.text()).slice(0, 200);
  return new RemoteProblem(problemOfStatus(response.status, detail), response.status, detail);
}
