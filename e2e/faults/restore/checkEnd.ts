import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import { ask } from '../../integration/records.ts';
import { CASES, WORK } from '../../integration/world.ts';

import type { Office } from './office.ts';
import type { RestorablePlace } from './restorablePlace.ts';

/** What is wrong at the end, by measure, each named. */
export type Found = {
  readonly lost: string[];
  readonly duplicated: string[];
  readonly diverged: string[];
  readonly invisible: string[];
};

type Row = { readonly id: string; readonly doc: Record<string, unknown> };
const EVIDENCE = CASES.replace('case-', 'evidence-');

/** Compares the server with every device and with everything that was ever acknowledged. */
export async function checkEnd(hub: RestorablePlace, office: Office): Promise<Found> {
  const server = [...(await eventsOn(hub, WORK)), ...(await eventsOn(hub, CASES))];
  const ids = new Set(server.map((event) => event._id));
  const blobs = new Set((await rowsOf(hub, EVIDENCE)).map(({ id }) => id));
  const names = new Set(server.flatMap((event) => [event.stream, ...documentsOf(event)]));
  const found: Found = { lost: [], duplicated: [], diverged: [], invisible: [] };
  for (const name of office.acknowledged)
    if (!(/^(photo|doc):/.test(name) ? blobs : names).has(name)) found.lost.push(`${name} on the server`);
  for (const [index, worker] of office.devices.entries()) {
    const { db } = worker.ctx;
    const rows = await db.events.filter((row) => row.db === WORK || row.db === CASES).toArray();
    const here = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!here.has(id)) found.lost.push(`${id} on device ${String(index)}`);
    for (const id of here) if (!ids.has(id)) found.lost.push(`${id} of device ${String(index)} on the server`);
    for (const { id, by, state } of await db.outbox.toArray())
      found.invisible.push(`${id} ${state} of ${by} on device ${String(index)}`);
    for (const { key, state } of await db.blobs.where('state').anyOf('waiting', 'refused').toArray())
      found.invisible.push(`${key} ${state} on device ${String(index)}`);
  }
  found.duplicated.push(...(await unnamedTwice(server, office)));
  const [first, ...others] = await Promise.all(office.devices.map(foldsOf));
  for (const [index, other] of others.entries())
    if (other !== first) found.diverged.push(`folds of device ${String(index + 1)} and device 0`);
  return found;
}

/** Numbers on two documents that no device names. */
async function unnamedTwice(server: readonly EventEnvelope[], office: Office): Promise<string[]> {
  const seen = new Map<string, string>();
  const twice = new Set<string>();
  for (const event of server) {
    if (event.type !== 'number.granted') continue;
    const key = `${event.data.series.org}:${event.data.series.kind}:${String(event.data.series.year)}:${String(event.data.n)}`;
    const other = seen.get(key);
    if (other !== undefined && other !== event.data.document) twice.add(key);
    seen.set(key, event.data.document);
  }
  const named: string[] = [];
  for (const worker of office.devices) {
    const problems = (await worker.ctx.db.meta.get('problems'))?.value as { code: string; subject: string }[];
    named.push(...problems.filter(({ code }) => code === 'number_twice').map(({ subject }) => subject));
  }
  return [...twice].filter((key) => !named.includes(key));
}

function documentsOf(event: EventEnvelope): readonly string[] {
  return event.type === 'document.issued' ? [event.data.document] : [];
}

async function foldsOf({ ctx }: Office['devices'][number]): Promise<string> {
  const [sites, inspections, cases] = await Promise.all([
    ctx.db.sites.toArray(),
    ctx.db.inspections.toArray(),
    ctx.db.cases.toArray(),
  ]);
  const own = <T extends { readonly org: string }>(rows: readonly T[]): T[] => rows.filter((row) => row.org === 'hsg');
  return JSON.stringify([own(sites), own(inspections), own(cases)]);
}

async function eventsOn(hub: RestorablePlace, db: string): Promise<EventEnvelope[]> {
  return (await rowsOf(hub, db)).flatMap(({ doc }) => {
    if (doc['kind'] !== 'event') return [];
    const verified = verifyEvent(doc);
    if (!verified.ok) throw new Error(`${String(doc['_id'])}: ${verified.error}`);
    return [verified.value];
  });
}

async function rowsOf(hub: RestorablePlace, db: string): Promise<readonly Row[]> {
  return ((await ask(hub, 'GET', `/${db}/_all_docs?include_docs=true`)) as unknown as { rows: Row[] }).rows;
}
