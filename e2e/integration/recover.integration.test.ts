import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { keyPair } from '#main/exchange/curve.ts';

import type { Hub } from '../../scripts/hub/start.ts';
import { recoverProfile } from '../../scripts/recover/recoverProfile.ts';
import { DEMO_RECOVERY_FILE, DEMO_RECOVERY_PASSPHRASE } from '../../scripts/server-setup/demoRecovery.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { importOn, inspectWithPhoto, openOn, unsettled } from './bundles.ts';
import { aHub, registerShop } from './world.ts';

const run = promisify(execFile);
let hub: Hub;
let dead: TestWorker;
let office: TestWorker;

beforeAll(async () => {
  hub = await aHub();
  dead = await aWorker({ hub, user: 'chen.wei' });
  await dead.sync();
  dead.line.down();
  office = await aWorker({ hub, user: 'zhou.min' });
  await office.sync();
});
afterAll(async () => {
  await dead.close();
  await office.close();
  await hub.close();
});

/** Every file of a folder with its bytes. */
function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

describe('a machine that does not start any more', () => {
  it('gives its un-synced work to whoever holds the recovery key, and is left as it was found', async () => {
    await inspectWithPhoto(dead, await registerShop(dead), '示例照片 recover');
    const before = await unsettled(dead);
    await dead.crash();
    const files = filesOf(dead.folder);
    // Its own key is lost with the system's key store; the app had set the folders aside.
    mkdirSync(join(dead.folder, 'later'));
    for (const name of ['keys', 'journal', 'blobs'])
      renameSync(join(dead.folder, name), join(dead.folder, 'later', `${name}.lost-7`));
    const out = join(dead.folder, 'recovered.xzbundle');
    const args = ['--profile', join(dead.folder, 'later'), '--key', DEMO_RECOVERY_FILE, '--out', out];
    const { stdout } = await run('npx', ['tsx', 'scripts/recover.ts', ...args, '--set-aside', '.lost-7'], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { ...process.env, XUNZHI_RECOVERY_PASSPHRASE: DEMO_RECOVERY_PASSPHRASE },
    });
    expect(stdout).toContain('3 records, 1 files');
    expect(stdout).toContain('not readable: 0 files, 0 parts of the journal');
    for (const name of ['keys', 'journal', 'blobs'])
      renameSync(join(dead.folder, 'later', `${name}.lost-7`), join(dead.folder, name));
    const { 'recovered.xzbundle': _made, ...after } = filesOf(dead.folder);
    expect(after).toEqual(files);

    expect(await openOn(office, out)).toMatchObject({ trust: 'recovery', events: 3, blobs: 1 });
    expect(await importOn(office, out)).toMatchObject({ events: 3, blobs: 1, bad: 0 });
    expect(await unsettled(office)).toEqual(before);
    expect(await office.ctx.db.imported.count()).toBe(3);
  });

  it('gives nothing to another recovery key', async () => {
    const order = {
      profile: dead.folder,
      setAside: '',
      out: join(dead.folder, 'none'),
      madeAt: '2026-11-24T01:02:03.000Z',
    };
    await expect(recoverProfile({ ...order, pair: keyPair() })).rejects.toThrow('wrapped for this recovery key');
  });
});
