import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { DiskState } from '#shared/bridge/disk.ts';
import { ok } from '#shared/kernel/result.ts';

import { BundleDesk } from '../exchange/bundleDesk.ts';
import { RecoveryKeeper } from '../exchange/recoveryKeeper.ts';
import { BlobStore } from '../journal/blobStore.ts';
import { Journal } from '../journal/journal.ts';
import { openDevice } from '../keys/device.ts';
import { Vault } from '../keys/vault.ts';
import { NO_QUEUE } from '../printing/system.ts';
import { NetOutcomes } from '../shell/netOutcomes.ts';

import { dispatchBridge, dispatchPort, type BridgeHandlers, type PortHandlers } from './dispatch.ts';
import { portHandlers } from './portHandlers.ts';
import { windowHandlers, type WindowParts } from './windowHandlers.ts';

const MASTER = Buffer.alloc(32, 1);
const PLENTY: DiskState = { level: 'plenty', copies: [] };
let folder: string;
let journal: Journal;
let port: PortHandlers;
let servers: string[];
let reloads: number;
let desk: BundleDesk;

function windowParts(changes: Partial<WindowParts> = {}): WindowParts {
  return {
    info: () => ({
      version: '1',
      electron: '1',
      chrome: '1',
      packaged: false,
      server: null,
      caFile: null,
      proxy: null,
      keyStorage: 'key_file',
    }),
    setServer: ({ server, proxy }) => {
      servers.push(proxy === null ? server : `${server} through ${proxy}`);
      return Promise.resolve();
    },
    chooseCa: () => Promise.resolve(null),
    disk: () => Promise.resolve(PLENTY),
    reload: () => {
      reloads += 1;
    },
    save: (name) => Promise.resolve(ok({ saved: true, path: name })),
    printers: () => Promise.resolve(ok({ by: 'queue' as const, printers: [] })),
    printDialog: () => Promise.resolve(ok({ printed: true })),
    desk,
    choose: {
      toSave: () => Promise.resolve(undefined),
      bundle: () => Promise.resolve(undefined),
      key: () => Promise.resolve(undefined),
    },
    tiles: undefined,
    ...changes,
  };
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunzhi-bridge-'));
  servers = [];
  reloads = 0;
  journal = await Journal.open(join(folder, 'journal'), MASTER, 0);
  const blobs = await BlobStore.open(join(folder, 'blobs'), MASTER);
  const device = await openDevice(folder, MASTER, 'seed');
  const recovery = await RecoveryKeeper.open(folder, MASTER, device.id);
  const free = (): Promise<number> => Promise.resolve(1024 ** 4);
  const nowIso = (): string => '2026-11-24T01:02:03.000Z';
  desk = new BundleDesk({ app: 'test', journal, blobs, device, recovery, free, nowIso });
  port = portHandlers({
    ...{ journal, blobs, device, recovery, desk },
    vault: await Vault.open(folder, MASTER, Date.now),
    outcomes: new NetOutcomes(),
    disk: { state: () => Promise.resolve(PLENTY) },
    rescue: {
      setAside: () => Promise.resolve(ok(undefined)),
      last: () => Promise.resolve(undefined),
    },
    printing: NO_QUEUE,
    catalogue: folder,
    info: () => ({
      version: '1',
      electron: '1',
      packaged: false,
      server: null,
      keyStorage: 'key_file',
      clock: null,
      seed: 'seed',
    }),
  });
});

afterEach(() => journal.close());

describe('dispatchBridge', () => {
  const call = (
    name: unknown,
    input: unknown,
    handlers: BridgeHandlers = windowHandlers(windowParts()),
  ): Promise<unknown> => dispatchBridge(handlers, name, input);
  const refused = (code: string): unknown => ({ ok: false, error: { code } });

  it('answers a code for every bad call', async () => {
    for (const name of ['nope', '__proto__', 'toString', 7, undefined]) {
      expect(await call(name, {})).toEqual(refused('unknown_channel'));
    }
    expect(await call('app.info', undefined)).toEqual(refused('bad_input'));
    expect(await call('app.info', { extra: 1 })).toEqual(refused('bad_input'));
    expect(await call('files.save', { name: 'a', bytes: [1] })).toEqual(refused('bad_input'));
    expect(await call('server.configure', { url: 'https://a/db' })).toEqual(refused('bad_url'));
    expect(await call('server.configure', { url: 'http://192.168.1.5:5984' })).toEqual(refused('insecure_url'));
    expect(await call('server.configure', { url: 'https://a', proxy: 'socks://b' })).toEqual(refused('bad_proxy'));
    expect(await call('server.configure', { url: 'https://a', caFile: '/none.pem' })).toEqual(refused('bad_ca'));
    expect(await call('server.readCa', { path: '/none.pem' })).toEqual(refused('bad_ca'));
    expect([servers, reloads]).toEqual([[], 0]);
  });

  it('has no ground map where the bureau names none, and takes no bounds that are none', async () => {
    const bounds = [115, 30, 115.1, 30.1];
    expect(await call('tiles.state', {})).toEqual({ ok: true, value: null });
    expect(await call('tiles.keep', { bounds, first: 1, last: 2 })).toEqual(refused('no_tiles'));
    expect(await call('tiles.keep', { bounds, first: 1, last: 99 })).toEqual(refused('bad_input'));
    expect(await call('tiles.keep', { bounds: [1, 2, 3, 1000], first: 1, last: 2 })).toEqual(refused('bad_input'));
    expect(await call('tiles.stop', {})).toEqual({ ok: true, value: {} });
  });

  it('lets no handler throw or answer what the contract does not allow', async () => {
    const throwing = windowHandlers(
      windowParts({
        info: () => {
          throw new TypeError('typed text');
        },
      }),
    );
    expect(await call('app.info', {}, throwing)).toEqual({
      ok: false,
      error: { code: 'internal', detail: 'TypeError' },
    });
    const wrong = windowHandlers(windowParts({ info: () => ({ version: 1 }) as never }));
    expect(await call('app.info', {}, wrong)).toEqual(refused('bad_output'));
  });

  it('keeps the server, then loads the page anew', async () => {
    expect(await call('server.configure', { url: 'https://a:1/', proxy: 'http://P:80' })).toEqual({
      ok: true,
      value: { server: 'https://a:1' },
    });
    await new Promise(setImmediate);
    expect([servers, reloads]).toEqual([['https://a:1 through http://p:80'], 1]);
    const full = windowParts({ setServer: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOSPC' })) });
    expect(await call('server.configure', { url: 'https://b' }, windowHandlers(full))).toEqual({
      ok: false,
      error: { code: 'write_failed', detail: 'ENOSPC' },
    });
  });
});

describe('dispatchPort', () => {
  const call = (request: unknown, input: unknown): Promise<unknown> => dispatchPort(port, { id: 3, request, input });

  it('answers by number, and nothing to what has none', async () => {
    expect(await dispatchPort(port, undefined)).toBeUndefined();
    expect(await dispatchPort(port, { request: 'runtime.info' })).toBeUndefined();
    expect(await dispatchPort(port, { id: 9 })).toEqual({ id: 9, ok: false, error: { code: 'unknown_channel' } });
    expect(await call('journal.append', { entries: [] })).toEqual({ id: 3, ok: false, error: { code: 'bad_input' } });
    expect(await call('runtime.info', {})).toMatchObject({ id: 3, ok: true, value: { seed: 'seed' } });
  });

  // scrypt is slow on purpose.
  it('answers every request of the contract with the real parts', { timeout: 30_000 }, async () => {
    const entry = { kind: 'note', key: 'k', body: { n: 1 } };
    expect(await call('journal.append', { entries: [entry] })).toMatchObject({ ok: true, value: {} });
    expect(await call('journal.read', {})).toMatchObject({ value: { entries: [entry], damaged: 0 } });
    expect(await call('journal.drop', { entries: [{ kind: 'note', key: 'k' }] })).toMatchObject({ ok: true });
    const bytes = new Uint8Array([1, 2, 3]);
    expect(await call('blob.write', { key: 'b', offset: 0, bytes, last: true })).toMatchObject({ value: { bytes: 3 } });
    expect(await call('blob.read', { key: 'b', offset: 1 })).toMatchObject({
      value: { bytes: bytes.slice(1), total: 3 },
    });
    expect(await call('blob.list', {})).toMatchObject({ value: { blobs: [{ key: 'b', bytes: 3 }] } });
    expect(await call('blob.drop', { key: 'b' })).toMatchObject({ ok: true });
    expect(await call('blob.read', { key: 'b', offset: 0 })).toEqual({
      id: 3,
      ok: false,
      error: { code: 'not_found' },
    });
    expect(await call('keys.sign', { text: 'x' })).toMatchObject({ ok: true });
    expect(await call('vault.store', { user: 'zhang', password: 'p', profile: {} })).toMatchObject({ ok: true });
    expect(await call('vault.setPin', { user: 'zhang', pin: '1234' })).toMatchObject({ ok: true });
    expect(await call('vault.verifyPin', { user: 'zhang', pin: '1234' })).toMatchObject({ value: { is: 'right' } });
    expect(await call('vault.unlock', { user: 'zhang', pin: '1234' })).toMatchObject({ value: { password: 'p' } });
    expect(await call('vault.list', {})).toMatchObject({ value: { users: [{ user: 'zhang', hasPin: true }] } });
    expect(await call('net.outcome', { url: 'http://a' })).toMatchObject({ value: { outcome: { is: 'unknown' } } });
    expect(await call('catalogue.read', {})).toMatchObject({ ok: true });
  });

  it('starts calls in the order of the messages', async () => {
    const append = (n: number): Promise<unknown> =>
      call('journal.append', { entries: [{ kind: 'draft', key: 'form', body: n }] });
    await Promise.all(Array.from({ length: 20 }, (_, n) => append(n)));
    expect(await call('journal.read', {})).toMatchObject({ value: { entries: [{ body: 19 }] } });
  });
});
