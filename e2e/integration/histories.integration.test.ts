import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { Bureau, steps, type Step } from './history.ts';
import { ask } from './records.ts';
import { aHub, brokenLogs, CASES, journalKeys, WORK } from './world.ts';

/** `XUNZHI_SEED` runs a history again. */
const SEED = Number(process.env['XUNZHI_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const RUNS = Number(process.env['XUNZHI_RUNS'] ?? 5);

describe('random histories of three devices', () => {
  it(
    'end equal everywhere: no event lost, no gap in a log, no number twice',
    async () => {
      process.stdout.write(`histories: XUNZHI_SEED=${String(SEED)} XUNZHI_RUNS=${String(RUNS)}\n`);
      await fc.assert(fc.asyncProperty(steps, runHistory), { seed: SEED, numRuns: RUNS, endOnFailure: true });
      expect.assertions(RUNS * 9);
    },
    60_000 + RUNS * 15_000,
  );
});

async function runHistory(history: readonly Step[]): Promise<void> {
  const hub = await aHub();
  const bureau = await Bureau.open(hub);
  try {
    for (const step of history) await bureau.take(step);
    await bureau.settle();
    await checkEnd(hub, bureau);
  } finally {
    await bureau.close();
    await hub.close();
  }
}

async function checkEnd(hub: Hub, bureau: Bureau): Promise<void> {
  const server = [...(await eventsOn(hub, WORK)), ...(await eventsOn(hub, CASES))];
  const ids = server.map((event) => event._id).sort();
  for (const worker of bureau.devices) {
    const rows = await worker.ctx.db.events.filter((row) => row.db === WORK || row.db === CASES).toArray();
    expect(rows.map((row) => row.id).sort()).toEqual(ids);
  }
  const left = await Promise.all(
    bureau.devices.map(async (worker) => [await worker.ctx.db.outbox.toArray(), await journalKeys(worker, 'event')]),
  );
  expect(left).toEqual(bureau.devices.map(() => [[], []]));
  const there = new Set(
    server.flatMap((event) => [event.stream, ...(event.type === 'document.issued' ? [event.data.document] : [])]),
  );
  expect(bureau.acknowledged.filter((name) => !there.has(name))).toEqual([]);
  expect(brokenLogs(server)).toEqual([]);
  const granted = server.flatMap((event) => (event.type === 'number.granted' ? [event.data.n] : []));
  expect(granted).toHaveLength(new Set(granted).size);
  const [first, ...others] = await Promise.all(bureau.devices.map((worker) => projections(worker.ctx.db)));
  for (const other of others) expect(other).toEqual(first);
}

async function eventsOn(hub: Hub, db: string): Promise<EventEnvelope[]> {
  const { rows } = (await ask(hub, 'GET', `/${db}/_all_docs?include_docs=true`)) as {
    rows: { doc: { kind?: string } }[];
  };
  return rows.flatMap(({ doc }) => {
    if (doc.kind !== 'event') return [];
    const verified = verifyEvent(doc);
    if (!verified.ok) throw new Error(verified.error);
    return [verified.value];
  });
}

/** What the screens of the organisation show; the brigade's device holds more. */
async function projections(db: Bureau['devices'][number]['ctx']['db']): Promise<unknown> {
  const [sites, inspections, cases, numbers] = await Promise.all([
    db.sites.toArray(),
    db.inspections.toArray(),
    db.cases.toArray(),
    db.numbers.toArray(),
  ]);
  const own = <T extends { readonly org: string }>(rows: readonly T[]): T[] => rows.filter((row) => row.org === 'hsg');
  return { sites: own(sites), inspections: own(inspections), cases: own(cases), numbers };
}
