import { ServerAccount } from '../../fixtures/server.ts';
import { journalKeys } from '../../integration/world.ts';
import { checkDevice, foldOf, type DeviceContent } from '../check/devices.ts';
import { checkServerContent } from '../check/everything.ts';
import type { Findings } from '../check/findings.ts';
import { brokenLogs } from '../check/logs.ts';
import { readServer } from '../check/serverContent.ts';
import { checkVisible } from '../check/visible.ts';
import { contentOf, unsettledOf } from '../check/workers.ts';
import type { Desk } from '../office/desk.ts';
import type { Place } from '../place.ts';

import type { Fleet } from './fleet.ts';

const RECORDS = /^(work|case)-/;

/** What must hold on one device at any moment: own logs whole, screens as the events say, nothing refused unseen. */
export async function lookAt(fleet: Fleet, desk: Desk, adminUrl: string, findings: Findings): Promise<void> {
  const place = nameOf(fleet, desk);
  const { ctx } = desk.worker;
  const rows = await ctx.db.events.toArray();
  const own = rows.map(({ event }) => event).filter(({ device }) => device === ctx.runtime.device);
  for (const gap of brokenLogs(own, { mayLack: true })) findings.add('diverged', `${place}: ${gap}`);
  const wanted = await foldOf(rows);
  const { shown } = await contentOf(place, desk.worker, () => true);
  for (const [key, text] of wanted)
    if (shown.get(key) !== text) findings.add('diverged', `${place} shows ${key} otherwise than its events say`);
  checkVisible(place, await unsettledOf(desk.worker), findings, { moves: true });
  await checkClaims(place, desk, adminUrl, findings);
}

/** What a device calls *on the server* is there; nothing that this kit does takes it away from there. */
async function checkClaims(place: string, { worker }: Desk, adminUrl: string, findings: Findings): Promise<void> {
  const { db, runtime } = worker.ctx;
  const open = new Set(await db.outbox.toCollection().primaryKeys());
  const withheld = new Set((await db.withheld.toArray()).map(({ named }) => named));
  const rows = await db.events.filter(({ event }) => event.device === runtime.device).toArray();
  const claimed = rows.filter(({ id }) => !open.has(id) && !withheld.has(id));
  const admin = ServerAccount.ofUrl(adminUrl);
  for (const name of new Set(claimed.map((row) => row.db))) {
    const keys = claimed.flatMap((row) => (row.db === name ? [row.id] : []));
    const answer = (await admin.request('POST', `/${name}/_all_docs`, { keys })) as {
      readonly rows: readonly { readonly key: string; readonly error?: string }[];
    };
    for (const { key, error } of answer.rows)
      if (error !== undefined) findings.add('lost', `${place} calls ${key} on the server, which has nothing of it`);
  }
}

/** What must hold when everything is settled, on every device and on the server. */
export async function checkEnd(fleet: Fleet, place: Place, findings: Findings): Promise<void> {
  const server = await readServer(place.adminUrl);
  checkServerContent(server, fleet.ledger, findings);
  for (const desk of fleet.desks) {
    const device: DeviceContent = await contentOf(nameOf(fleet, desk), desk.worker, seenBy(desk));
    await checkDevice(device, server, findings);
    checkVisible(device.place, await unsettledOf(desk.worker), findings, { moves: true });
    await checkNothingIsOpen(device.place, desk, findings);
  }
  await fleet.tablet?.check(server, findings);
}

async function checkNothingIsOpen(place: string, { worker }: Desk, findings: Findings): Promise<void> {
  const { outbox, blobs, quarantine } = worker.ctx.db;
  for (const { id, state, reason } of await outbox.toArray())
    findings.add('lost', `${place}: ${id} is still ${state} (${reason ?? ''})`);
  for (const { key, state, reason } of await blobs.where('state').anyOf('waiting', 'refused').toArray())
    findings.add('lost', `${place}: ${key} is still ${state} (${reason ?? ''})`);
  for (const { id, reason } of await quarantine.toArray())
    findings.add('diverged', `${place}: ${id} is set aside (${reason})`);
  for (const key of await journalKeys(worker, 'event')) findings.add('diverged', `${place}: the journal keeps ${key}`);
}

/** An officer's device keeps the databases of the organisation, the brigade's keeps all. */
function seenBy(desk: Desk): (db: string) => boolean {
  const profile = desk.worker.ctx.session.profile;
  if (profile?.role === 'supervisor') return (db) => RECORDS.test(db);
  const own = new RegExp(`^(work|case)-${profile?.org ?? ''}(-|$)`);
  return (db) => own.test(db);
}

function nameOf(fleet: Fleet, desk: Desk): string {
  return `device ${String(fleet.desks.indexOf(desk))}`;
}
