import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { Vault } from './vault.ts';

const MASTER = Buffer.alloc(32, 1);
const MINUTE = 60_000;
let folder: string;
let now: number;

const open = (): Promise<Vault> => Vault.open(folder, MASTER, () => now);
const answer = async (result: Promise<{ ok: boolean; value?: unknown }>): Promise<unknown> => (await result).value;

async function aVault(): Promise<Vault> {
  const vault = await open();
  await vault.store('zhang', 'p@ss 密码', { name: '张三' });
  await vault.setPin('zhang', '1234');
  return vault;
}

async function wrongTimes(vault: Vault, count: number): Promise<unknown> {
  let last: unknown;
  for (let n = 0; n < count; n += 1) last = await answer(vault.verifyPin('zhang', '0000'));
  return last;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunzhi-vault-'));
  now = 1_700_000_000_000;
});

// scrypt is slow on purpose.
describe('Vault', { timeout: 30_000 }, () => {
  it('releases the password for the right PIN only, also after a restart', async () => {
    await aVault();
    const vault = await open();
    expect(await answer(vault.unlock('zhang', '4321'))).toEqual({ is: 'wrong', left: 4 });
    expect(await answer(vault.unlock('zhang', '1234'))).toEqual({
      is: 'right',
      password: 'p@ss 密码',
      profile: { name: '张三' },
    });
    expect(await answer(vault.verifyPin('zhang', '1234'))).toEqual({ is: 'right' });
    expect(await vault.list()).toEqual({ users: [{ user: 'zhang', hasPin: true, profile: { name: '张三' } }] });
  });

  it('knows no PIN of people who set none', async () => {
    const vault = await open();
    await vault.store('li', 'x', null);
    expect(await answer(vault.unlock('li', '1234'))).toEqual({ is: 'none' });
    expect(await answer(vault.verifyPin('wang', '1234'))).toEqual({ is: 'none' });
    expect(await vault.setPin('wang', '1234')).toEqual({ ok: false, error: { code: 'no_user' } });
  });

  it('blocks after five wrong tries, longer each time, over restarts and for the right PIN too', async () => {
    expect(await wrongTimes(await aVault(), 4)).toEqual({ is: 'wrong', left: 1 });
    const vault = await open();
    expect(await wrongTimes(vault, 1)).toEqual({ is: 'blocked', untilMs: now + 5 * MINUTE });
    now += 5 * MINUTE - 1;
    expect(await answer((await open()).unlock('zhang', '1234'))).toEqual({ is: 'blocked', untilMs: now + 1 });
    now += 1;
    expect(await wrongTimes(vault, 5)).toEqual({ is: 'blocked', untilMs: now + 15 * MINUTE });
    now += 15 * MINUTE;
    expect(await answer(vault.unlock('zhang', '1234'))).toMatchObject({ is: 'right' });
    expect(await wrongTimes(vault, 1)).toEqual({ is: 'wrong', left: 4 });
  });

  it('does not lengthen a block when the clock is set back', async () => {
    const vault = await aVault();
    await wrongTimes(vault, 5);
    now -= 24 * 60 * MINUTE;
    expect(await answer(vault.verifyPin('zhang', '1234'))).toEqual({ is: 'blocked', untilMs: now + 5 * MINUTE });
  });

  it('ends a block when the server took the password, and keeps the PIN', async () => {
    const vault = await aVault();
    await wrongTimes(vault, 5);
    await vault.store('zhang', 'new', {});
    expect(await answer(vault.unlock('zhang', '1234'))).toEqual({ is: 'right', password: 'new', profile: {} });
  });

  it('counts tries made at once one by one', async () => {
    const vault = await aVault();
    const tries = await Promise.all(Array.from({ length: 6 }, () => answer(vault.verifyPin('zhang', '9999'))));
    expect(tries.map((result) => (result as { is: string }).is)).toEqual([
      'wrong',
      'wrong',
      'wrong',
      'wrong',
      'blocked',
      'blocked',
    ]);
  });

  it('holds neither names nor passwords in plain', async () => {
    await aVault();
    const bytes = await readFile(join(folder, 'vault.bin'));
    for (const text of ['zhang', 'p@ss', '张三']) expect(bytes.includes(text)).toBe(false);
  });
});
