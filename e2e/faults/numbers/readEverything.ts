import { readRegister } from '#renderer/data/numbers/readRegister.ts';
import type { AppProblem } from '#renderer/data/status.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import { ServerAccount } from '../../fixtures/server.ts';
import { readServer } from '../check/serverContent.ts';

import type { Bureau, Post } from './bureau.ts';
import type { DeviceNumbers, Everything, Given, Leased } from './checkNumbers.ts';

type Doc = Readonly<Record<string, unknown>>;

/** Reads the server as an administrator, and the stores of all devices. */
export async function readEverything(bureau: Bureau, adminUrl: string): Promise<Everything> {
  const admin = ServerAccount.ofUrl(adminUrl);
  const docs = await admin.documents('numbers');
  const server = (await readServer(adminUrl, { blobs: false })).events.map(({ event }) => event);
  const here = await Promise.all(bureau.posts.map(eventsOf));
  const paper = bureau.paper.map(({ device, ...data }) => givenOf(device, data));
  const leases = await Promise.all(docs.filter(({ kind }) => kind === 'lease').map((doc) => leasedOf(admin, doc)));
  const series = new Set(leases.map((lease) => lease.series));
  const reached = bureau.posts.filter(({ isLost }) => !isLost);
  return {
    leases,
    closed: new Set(docs.flatMap((doc) => (doc['kind'] === 'closing' ? (doc['leases'] as string[]) : []))),
    floors: new Map(docs.flatMap((doc) => (doc['kind'] === 'floor' ? [floorOf(doc)] : []))),
    given: [...[...server, ...here.flat()].flatMap(grantedIn), ...paper],
    onServer: server.flatMap(grantedIn),
    voided: new Set(server.flatMap(voidedIn)),
    devices: await Promise.all(reached.map((post) => numbersOf(post, [...series]))),
    isForgetful: bureau.isForgetful,
    hasRestored: bureau.hasRestored,
    year: chinaYearOf(bureau.nowMs),
  };
}

async function eventsOf({ worker }: Post): Promise<readonly EventEnvelope[]> {
  return (await worker.ctx.db.events.toArray()).map(({ event }) => event);
}

async function numbersOf({ worker, device }: Post, series: readonly string[]): Promise<DeviceNumbers> {
  const { db, session } = worker.ctx;
  const org = session.profile?.org ?? '';
  const rows = await db.leases.toArray();
  const own = series.filter((one) => one.startsWith(`${org}:`));
  const registers = await Promise.all(own.map(async (one) => [one, await readRegister(db, one)] as const));
  const problems = ((await db.meta.get('problems'))?.value ?? []) as readonly AppProblem[];
  return {
    device,
    org,
    usable: rows.filter((row) => row.state === 'granted' && row.device === device).map(({ id }) => id),
    registers: new Map(registers),
    named: new Set(problems.filter(({ code }) => code === 'number_twice').map(({ subject }) => subject)),
  };
}

/** A lease with the devices of all its leaves: none of them is a winner. */
async function leasedOf(admin: ServerAccount, doc: Doc): Promise<Leased> {
  const id = String(doc['_id']);
  const path = `/numbers/${encodeURIComponent(id)}?open_revs=all`;
  const response = await fetch(`${admin.url}${path}`, {
    headers: { authorization: admin.authorization, accept: 'application/json' },
  });
  const leaves = (await response.json()) as readonly { readonly ok?: Doc }[];
  const holders = leaves.flatMap(({ ok }) => (ok === undefined ? [] : [String(ok['device'])]));
  return { id, series: String(doc['series']), to: Number(doc['to']), holders };
}

function floorOf(doc: Doc): readonly [string, number] {
  return [String(doc['_id']).slice('floor:'.length), Number(doc['n'])];
}

function grantedIn(event: EventEnvelope): readonly Given[] {
  return event.type === 'number.granted' ? [givenOf(event.device, event.data)] : [];
}

function givenOf(device: string, data: Extract<EventEnvelope, { type: 'number.granted' }>['data']): Given {
  const { org, kind, year } = data.series;
  const { n, document, lease } = data;
  return { series: `${org}:${kind}:${String(year)}`, n, document, lease, device };
}

function voidedIn(event: EventEnvelope): readonly string[] {
  if (event.type !== 'number.voided') return [];
  const { org, kind, year } = event.data.series;
  return [`${org}:${kind}:${String(year)}:${String(event.data.n)}`];
}
