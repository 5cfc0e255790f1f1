import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { keepPhoto } from '#renderer/data/commands/photoCommands.ts';
import { replayJournal } from '#renderer/data/store/replay.ts';
import { NUMBERED_KINDS } from '#shared/documents/number.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aNotice, aHub, anInspection, brokenLogs, journalKeys, openCase, ownEvents, registerShop } from './world.ts';

const DRAFT = '018f0000-0000-7000-8000-00000000d4af';

let hub: Hub;
let worker: TestWorker;

beforeAll(async () => {
  hub = await aHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  worker = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  await worker.sync(); // the first block of numbers
});
afterEach(() => worker.close());

/** Everything of the store that comes from own work, and what PouchDB holds of it. */
async function everything(): Promise<Record<string, unknown>> {
  const { db, outbox } = worker.ctx;
  const tables = ['outbox', 'events', 'sites', 'cases', 'photos', 'numbers', 'leases', 'drafts', 'logs'] as const;
  const rows = await Promise.all(tables.map(async (name) => [name, await db.table(name).toArray()] as const));
  const own = (await db.outbox.toCollection().primaryKeys()).sort();
  const blobs = await Promise.all(
    (await db.blobs.toArray()).map(async (row) => ({
      ...row,
      text: await (await db.bodies.get(row.key))?.blob.text(),
    })),
  );
  return { ...Object.fromEntries(rows), blobs, pouch: await outbox.read(own) };
}

/** One of each thing that waits: a shop, a case with a numbered notice, a photo of a form in the making, a draft. */
async function work(): Promise<void> {
  const siteId = await registerShop(worker);
  const caseId = await openCase(worker, siteId);
  await worker.do('notice.issue', aNotice(worker, caseId));
  const bytes = new TextEncoder().encode('示例照片');
  const data = {
    sha256: sha256Hex(bytes),
    name: '示例.jpg',
    bytes: bytes.length,
    mime: 'image/jpeg',
    condition: 'ok',
    importedAt: worker.ctx.clock.nowIso(),
  } as const;
  await keepPhoto(worker.ctx, 'chen.wei', { original: new Blob([bytes]), data });
  await worker.do('draft.save', { id: DRAFT, kind: 'case', content: { facts: '写到一半' } });
}

describe('the replay at start', () => {
  it('brings back everything unacknowledged after IndexedDB was wiped', async () => {
    await work();
    const others = await worker.ctx.db.events
      .filter((row) => row.event.device !== worker.ctx.runtime.device)
      .primaryKeys();
    await worker.ctx.db.events.bulkDelete(others);
    await worker.ctx.db.sites.bulkDelete(
      (await worker.ctx.db.sites.toCollection().primaryKeys()).filter((id) =>
        others.some((key) => key.startsWith(`site:${id}:`)),
      ),
    );
    const before = await everything();
    expect(before).toMatchObject({
      drafts: [{ id: DRAFT }],
      numbers: [{ n: 1, voided: false }],
      leases: NUMBERED_KINDS.map(() => ({ state: 'granted' })),
    });
    expect(before['pouch']).toHaveLength(4);
    expect(before['blobs']).toHaveLength(2);

    await worker.crashAndWipe();
    await worker.reopen();

    const after = await everything();
    // Written again at another instant; nothing else may differ.
    expect(withoutSavedAt(after)).toEqual(withoutSavedAt(before));
    await worker.unlock('chen.wei');
    await worker.sync();
    expect(await worker.ctx.db.outbox.count()).toBe(0);
    expect(await journalKeys(worker, 'event')).toEqual([]);
    expect(await worker.ctx.db.blobs.where('state').equals('waiting').count()).toBe(0);
    expect(brokenLogs(await ownEvents(worker))).toEqual([]);
  });

  it('changes nothing when it runs again', async () => {
    await work();
    const { entries } = await worker.ctx.port.call('journal.read', {});
    const before = await everything();
    expect(await replayJournal(worker.ctx, entries)).toMatchObject({ events: 0, drafts: 0 });
    expect(await replayJournal(worker.ctx, entries)).toMatchObject({ events: 0, drafts: 0 });
    expect(await everything()).toEqual(before);
  });

  it('puts rows back that PouchDB lacks', async () => {
    worker.ctx.outbox.put = () => Promise.reject(new Error('the outbox is broken'));
    await registerShop(worker);
    const [row] = await worker.ctx.db.outbox.toArray();
    expect(await worker.ctx.outbox.read([row!.id])).toEqual([]);
    await worker.reopen();
    expect(await worker.ctx.outbox.read([row!.id])).toHaveLength(1);
  });

  it('asks the server again for what was settled in the store only', async () => {
    await registerShop(worker);
    const [row] = await worker.ctx.db.outbox.toArray();
    await worker.ctx.db.outbox.clear();
    await worker.reopen();
    expect(await worker.ctx.db.outbox.get(row!.id)).toMatchObject({ state: 'waiting' });
    await worker.unlock('chen.wei');
    await worker.sync();
    expect(await journalKeys(worker, 'event')).toEqual([]);
  });

  it('keeps a refusal with its reason over a restart', async () => {
    await registerShop(worker);
    const [row] = await worker.ctx.db.outbox.toArray();
    await worker.ctx.db.outbox.update(row!.id, { state: 'refused', reason: 'device_revoked' });
    await worker.reopen();
    expect(await worker.ctx.db.outbox.get(row!.id)).toMatchObject({ state: 'refused', reason: 'device_revoked' });
  });

  it('leaves out what the journal has and no honest author could have written', async () => {
    const entries = [{ kind: 'event' as const, key: 'forged', db: 'work-hsg', body: { _id: 'forged', kind: 'event' } }];
    const before = await worker.ctx.db.events.count();
    expect(await replayJournal(worker.ctx, entries)).toMatchObject({ events: 0, drafts: 0 });
    expect(await worker.ctx.db.events.count()).toBe(before);
    const problems = (await worker.ctx.db.meta.get('problems'))?.value;
    expect(problems).toContainEqual({ code: 'store_rebuilt', subject: 'work-hsg', detail: 'malformed' });
  });

  it('does not bring back the draft of a form that was submitted', async () => {
    const siteId = await registerShop(worker);
    const content = anInspection(worker, siteId);
    await worker.do('draft.save', { id: DRAFT, kind: 'inspection', content });
    worker.fault = (request) => {
      if (request === 'journal.drop') throw new Error('the power went');
    };
    await worker.do('inspection.submit', { draft: DRAFT, content, photos: [] });
    worker.fault = () => undefined;
    await worker.reopen();
    expect(await worker.ctx.db.inspections.get(DRAFT)).toBeDefined();
    expect(await worker.ctx.db.drafts.get(DRAFT)).toBeUndefined();
    expect(await journalKeys(worker, 'draft')).toEqual([]);
  });

  it('goes on after the last own stamp when the wall clock went back meanwhile', async () => {
    const far = Date.now() + 3_600_000;
    worker.ctx.clock.resumeAfter(`${String(far)}0000`);
    await registerShop(worker);
    await worker.sync(); // nothing of it is in the journal any more
    expect(await journalKeys(worker, 'event')).toEqual([]);
    await worker.reopen();
    await worker.unlock('chen.wei');
    expect(worker.ctx.clock.isBehindOwnEvents()).toBe(true);
    await registerShop(worker);
    const stamps = (await ownEvents(worker)).map((event) => event.at);
    expect(stamps).toEqual([...stamps].sort());
  });
});

function withoutSavedAt(all: Record<string, unknown>): Record<string, unknown> {
  const outbox = (all['outbox'] as { savedAt: string }[]).map(({ savedAt: _savedAt, ...row }) => row);
  // The number's note knows no event yet; the event itself, replayed before, is what counts.
  return { ...all, outbox };
}
