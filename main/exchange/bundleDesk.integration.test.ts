import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { BlobStore } from '../journal/blobStore.ts';
import { Journal } from '../journal/journal.ts';
import { openDevice } from '../keys/device.ts';

import { BundleDesk } from './bundleDesk.ts';
import { keyIdOf, keyPair } from './curve.ts';
import type { ImportStep } from './importSession.ts';
import { RecoveryKeeper } from './recoveryKeeper.ts';
import { sealRecoveryKey } from './recoveryKeyFile.ts';

const MASTER = Buffer.alloc(32, 1);
const PASSPHRASE = 'the passphrase of this test';
const MADE_AT = '2026-11-24T01:02:03.000Z';
const MIB = 1024 * 1024;
const recovery = keyPair();

type Machine = { readonly desk: BundleDesk; readonly blobs: BlobStore; readonly folder: string };
const journals: Journal[] = [];
let car: Machine;
let stick: string;
let keyFile: string;
let keyText: string;

async function aMachine(): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'xunzhi-desk-'));
  const journal = await Journal.open(join(folder, 'journal'), MASTER, 0);
  journals.push(journal);
  const blobs = await BlobStore.open(join(folder, 'blobs'), MASTER);
  const device = await openDevice(folder, MASTER, null);
  const keeper = await RecoveryKeeper.open(folder, MASTER, device.id);
  const { publicKey } = recovery;
  await keeper.keep({ keyId: keyIdOf(publicKey), madeAt: MADE_AT, publicKey });
  const free = (): Promise<number> => Promise.resolve(1024 ** 4);
  const desk = new BundleDesk({ app: 'test', journal, blobs, device, recovery: keeper, free, nowIso: () => MADE_AT });
  await journal.append([{ kind: 'event', key: 'e1', db: 'work-hsg', body: { by: 'chen.wei', org: 'hsg' } }]);
  for (const name of ['a', 'b']) {
    const key = `photo:${name.repeat(64)}`;
    for (let at = 0; at < 3; at += 1) await blobs.write(key, at * MIB, Buffer.alloc(MIB, at), at === 2);
    const body = { key, db: 'evidence-hsg-2026', mime: 'image/jpeg', bytes: 3 * MIB, by: 'chen.wei', state: 'waiting' };
    await journal.append([{ kind: 'note', key: `blob:${key}`, body }]);
  }
  await journal.append([
    { kind: 'draft', key: 'd1', body: {} },
    { kind: 'note', key: 'lease:x', body: {} },
  ]);
  return { desk, blobs, folder };
}

beforeAll(async () => {
  keyText = await sealRecoveryKey(recovery, PASSPHRASE, MADE_AT);
});
beforeEach(async () => {
  car = await aMachine();
  stick = await mkdtemp(join(tmpdir(), 'xunzhi-stick-'));
  keyFile = join(stick, 'recovery.json');
  await writeFile(keyFile, keyText);
});

afterEach(async () => {
  for (const journal of journals.splice(0)) await journal.close();
});

/** Opens a bundle on a machine. */
async function opened(desk: BundleDesk, path: string): Promise<string> {
  await desk.pickBundle(path);
  await desk.pickKey(keyFile);
  return (await desk.open(PASSPHRASE)).id;
}

async function stepsOf(desk: BundleDesk, id: string, take: boolean): Promise<ImportStep[]> {
  const steps: ImportStep[] = [];
  for (let step = await desk.next(id, false); step !== undefined; step = await desk.next(id, take)) steps.push(step);
  return steps;
}

describe('exporting', () => {
  it('holds events and delivered-by-nobody blobs, and neither drafts nor leases', async () => {
    expect(await car.desk.summary()).toMatchObject({ events: 1, blobs: 2, bytes: 6 * MIB });
    const path = join(stick, 'work.xzbundle');
    expect(await car.desk.exportTo(path, new Map())).toEqual({ events: 1, blobs: 2, bytes: 6 * MIB, gaps: 0 });
    expect((await readdir(stick)).sort()).toEqual(['recovery.json', 'work.xzbundle']);
  });

  it('leaves nothing behind when it is stopped or cannot be written, and another one may begin', async () => {
    const path = join(stick, 'work.xzbundle');
    const running = car.desk.exportTo(path, new Map());
    while (car.desk.progress.is === 'idle') await new Promise((done) => setImmediate(done));
    await expect(car.desk.exportTo(path, new Map())).rejects.toMatchObject({ code: 'bundle_busy' });
    car.desk.cancel();
    await expect(running).rejects.toMatchObject({ code: 'bundle_cancelled' });
    expect(await readdir(stick)).toEqual(['recovery.json']);
    await expect(car.desk.exportTo(join(stick, 'gone', 'x'), new Map())).rejects.toMatchObject({
      code: 'write_failed',
      detail: 'ENOENT',
    });
    expect(car.desk.progress).toEqual({ is: 'idle' });
    await car.desk.exportTo(path, new Map());
  });

  it('goes past a photo whose file is damaged', async () => {
    const [first = ''] = (await readdir(join(car.folder, 'blobs'))).sort();
    await truncate(join(car.folder, 'blobs', first), 2 * MIB);
    const path = join(stick, 'work.xzbundle');
    expect(await car.desk.exportTo(path, new Map())).toEqual({ events: 1, blobs: 1, bytes: 3 * MIB, gaps: 1 });
    const office = await aMachine();
    const id = await opened(office.desk, path);
    expect(office.desk.checked(id)).toMatchObject({ blobs: [{ bytes: 3 * MIB }], gaps: [{ why: 'damaged' }] });
  });
});

describe('importing', () => {
  it('hands over events, then each blob that is wanted', async () => {
    const path = join(stick, 'work.xzbundle');
    await car.desk.exportTo(path, new Map([['e1', { is: 'refused', reason: 'role', at: MADE_AT }]]));
    const office = await aMachine();
    for (const { key } of await office.blobs.list()) await office.blobs.drop(key);
    const steps = await stepsOf(office.desk, await opened(office.desk, path), true);
    expect(steps.map(({ is }) => is)).toEqual(['events', 'blob', 'kept', 'blob', 'kept']);
    expect(steps[0]).toMatchObject({ events: [{ key: 'e1', state: { is: 'refused', reason: 'role' } }] });
    expect(await office.blobs.list()).toEqual(await car.blobs.list());
    const left = await stepsOf(office.desk, await opened(office.desk, path), false);
    expect(left.map(({ is }) => is)).toEqual(['events', 'blob', 'blob']);
    expect(office.desk.progress).toEqual({ is: 'idle' });
    // A page that died in the middle of an import must not keep the next export from running.
    const id = await opened(office.desk, path);
    for (let step = 0; step < 3; step += 1) await office.desk.next(id, false);
    expect(office.desk.progress.is).toBe('running');
    await office.desk.exportTo(join(stick, 'other.xzbundle'), new Map());
    await office.desk.close();
  });

  it('says that the stick was pulled out, and keeps no half blob', async () => {
    const path = join(stick, 'work.xzbundle');
    await car.desk.exportTo(path, new Map());
    const office = await aMachine();
    for (const { key } of await office.blobs.list()) await office.blobs.drop(key);
    const id = await opened(office.desk, path);
    await office.desk.next(id, false);
    await office.desk.next(id, false);
    await truncate(path, MIB);
    await expect(office.desk.next(id, true)).rejects.toMatchObject({ code: 'bundle_cut' });
    expect(await office.blobs.list()).toEqual([]);
    await expect(office.desk.next(id, true)).rejects.toMatchObject({ code: 'bundle_gone' });
    await rm(path);
    await expect(office.desk.pickBundle(path)).rejects.toMatchObject({ code: 'read_failed', detail: 'ENOENT' });
  });

  it('forgets file and key when it is closed', async () => {
    const path = join(stick, 'work.xzbundle');
    await car.desk.exportTo(path, new Map());
    const id = await opened(car.desk, path);
    await car.desk.close();
    expect(() => car.desk.checked(id)).toThrow('bundle_gone');
    await car.desk.pickBundle(path);
    await car.desk.pickKey(keyFile);
    const opening = car.desk.open(PASSPHRASE);
    await car.desk.close();
    await expect(opening).rejects.toMatchObject({ code: 'bundle_cancelled' });
    await expect(car.desk.open(PASSPHRASE)).rejects.toMatchObject({ code: 'bundle_gone' });
    await car.desk.pickBundle(path);
    const other = join(stick, 'other.json');
    await writeFile(other, await sealRecoveryKey(keyPair(), PASSPHRASE, MADE_AT));
    await expect(car.desk.pickKey(other)).rejects.toMatchObject({ code: 'bundle_other_key' });
    await expect(car.desk.pickKey(path)).rejects.toMatchObject({ code: 'not_a_recovery_key' });
  });
});
