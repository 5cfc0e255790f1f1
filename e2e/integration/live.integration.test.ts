import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { LivePolls } from '#renderer/data/feed/live.ts';
import { SyncLoop } from '#renderer/data/sync/loop.ts';
import { VISITS_PER_TICK } from '#renderer/data/sync/rotation.ts';
import { sealEvent } from '#shared/events/envelope.ts';
import { uuidv7 } from '#shared/kernel/uuid.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { CountingLine } from './countingLine.ts';
import { addOrgs } from './manyOrgs.ts';
import { aHeader, ask } from './records.ts';
import { aHub, aShop, WORK } from './world.ts';

/** Two long polls, two databases at a time, and one own event going up beside them. */
const MOST_AT_ONCE = 5;
const TICK_MS = 3_000;

let hub: Hub;
let worker: TestWorker;
let counter: CountingLine;
let loop: SyncLoop;

/** The loop as the app runs it, on a device of a test. */
function startLoop(of: TestWorker): SyncLoop {
  const started = new SyncLoop(() => of.ctx, of.ctx.remote);
  started.resume();
  return started;
}

async function until(what: () => Promise<boolean> | boolean, withinMs: number): Promise<number> {
  const begin = performance.now();
  while (!(await what())) {
    if (performance.now() - begin > withinMs) throw new Error(`not within ${String(withinMs)} ms`);
    await new Promise((done) => setTimeout(done, 20));
  }
  return performance.now() - begin;
}

/** Somebody of the organisation registers a shop; answers its id. */
async function writeShop(org: string): Promise<string> {
  const id = uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  const header = aHeader(`site:${id}`, { org, role: `${org}/officer` });
  const event = sealEvent('site.registered', header, aShop(`示例 ${org}`));
  await ask(hub, 'PUT', `/work-${org}/${encodeURIComponent(event._id)}`, event);
  return id;
}

async function phase(of: TestWorker): Promise<unknown> {
  return ((await of.ctx.db.meta.get('sync'))?.value as { phase?: string } | undefined)?.phase;
}

beforeAll(async () => {
  hub = await aHub();
  await addOrgs(hub);
  counter = await CountingLine.to(hub.url);
  worker = await aWorker({ hub: counter, user: 'du.cha' });
  loop = startLoop(worker);
  await until(async () => (await phase(worker)) === 'in_sync', 60_000);
}, 120_000);
afterAll(async () => {
  await worker.do('session.lock', {});
  await loop.now(); // ends the long polls
  await worker.close();
  await counter.close();
  await hub.close();
});
afterEach(() => {
  worker.line.lie();
});

describe('a brigade of twenty organisations', () => {
  it('has read every database there is', async () => {
    const read = await worker.ctx.db.feeds.toCollection().primaryKeys();
    expect(read).toHaveLength(2 + 20 * 3);
    expect(read).toContain('work-zzp');
  });

  it('gets a record of any organisation within one turn of the rotation, with few requests at once', async () => {
    const ticks = Math.ceil((2 + 20 * 3) / VISITS_PER_TICK) + 1;
    counter.noteMost();
    const wanted = await Promise.all(['zza', 'zzh', 'zzp', 'xl'].map(writeShop));
    const tookMs = await until(
      async () => (await worker.ctx.db.sites.bulkGet(wanted)).every((row) => row !== undefined),
      ticks * (TICK_MS + 1_000),
    );
    expect(tookMs).toBeLessThan(ticks * (TICK_MS + 1_000));
    expect(counter.most.open).toBeLessThanOrEqual(MOST_AT_ONCE);
    expect(counter.most.polls).toBe(2);
  }, 60_000);

  it('is told at once by the organisation where something just happened', async () => {
    const before = await writeShop('zzk');
    await until(async () => (await worker.ctx.db.sites.get(before)) !== undefined, 40_000);
    await until(() => counter.polls.some((path) => path.includes('work-zzk')), 5_000);
    const next = await writeShop('zzk');
    expect(await until(async () => (await worker.ctx.db.sites.get(next)) !== undefined, TICK_MS)).toBeLessThan(
      TICK_MS / 2,
    );
  }, 60_000);

  it('answers commands fast while it reads all of them', async () => {
    const round = loop.now();
    const { id } = await worker.do('draft.newId', {});
    for (let turn = 0; turn < 5; turn += 1) {
      const begin = performance.now();
      await worker.do('draft.save', { id, kind: 'case', content: { turn } });
      expect(performance.now() - begin).toBeLessThan(500);
    }
    await round;
    await worker.do('draft.discard', { id });
  });

  it('asks little when nothing is new: no more than two requests per database', async () => {
    await loop.now();
    worker.line.asked.length = 0;
    await loop.now();
    const perDatabase = new Map<string, number>();
    for (const { path } of worker.line.asked) {
      if (path.includes('feed=longpoll')) continue;
      const db = path.split('/')[1]?.split('?')[0] ?? '';
      perDatabase.set(db, (perDatabase.get(db) ?? 0) + 1);
    }
    expect(perDatabase.size).toBeGreaterThanOrEqual(62);
    expect(Math.max(...perDatabase.values())).toBeLessThanOrEqual(2);
  });
});

describe('long polls', () => {
  it('are given up after three were cut early, and tried again later', async () => {
    let nowMs = 0;
    const news: string[] = [];
    const live = new LivePolls({
      remote: worker.ctx.remote!,
      since: () => Promise.resolve('0'),
      onNews: (db) => void news.push(db),
      nowMs: () => nowMs,
    });
    let cuts = 0;
    worker.line.lie((request) => {
      if (!request.path.includes('feed=longpoll') || !request.path.includes('since=0')) return 'pass';
      cuts += 1;
      return 'cut';
    });
    const authorization = worker.ctx.session.authorization!;
    for (let tick = 1; tick <= 4; tick += 1) {
      await live.watch([WORK], authorization);
      await until(() => live.watched.size === 0, 2_000);
    }
    expect(cuts).toBe(3);
    worker.line.lie();
    await live.watch([WORK], authorization);
    expect(live.watched.size).toBe(0);
    nowMs += 600_001;
    await live.watch([WORK], authorization);
    await until(() => news.length > 0, 2_000);
    live.stop();
  });
});
