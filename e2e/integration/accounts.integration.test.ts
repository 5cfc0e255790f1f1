import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { basicHeader } from '#renderer/data/session/session.ts';

import type { Hub } from '../../scripts/hub/start.ts';
import { ServerClient } from '../../scripts/server-setup/client.ts';
import { DEMO_PASSWORD } from '../../scripts/server-setup/demoPeople.ts';
import { resetPassword } from '../../scripts/server-setup/people.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aHub, CASES, openCase, registerShop } from './world.ts';

const NEW = '新密码 2026-a';
const PIN = '135790';
const USER = 'chen.wei';

let hub: Hub;
let worker: TestWorker;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  hub = await aHub();
  worker = await aWorker({ hub, user: USER, known: ['lin.fang'] });
  await worker.sync();
});
afterEach(async () => {
  await worker.close();
  await hub.close();
  vi.useRealTimers();
});

/** Somebody gives the account a new password, on another device or by the script. */
function changedElsewhere(): Promise<unknown> {
  return resetPassword(new ServerClient(hub.adminUrl), USER, NEW);
}

/** Requests with a password since the last call. */
function sentPasswords(): string[] {
  const sent = worker.line.asked.filter(({ authorization }) => authorization !== undefined);
  worker.line.asked.length = 0;
  return sent.map(({ method, path }) => `${method} ${path}`);
}

async function statusOf(password: string): Promise<number> {
  return (await fetch(`${hub.url}/_session`, { headers: { authorization: basicHeader(USER, password) } })).status;
}

describe('a password that was changed elsewhere', () => {
  it('is sent once and never again until somebody types: not by sync, photos, the PIN or a restart', async () => {
    await changedElsewhere();
    const caseId = await openCase(worker, await registerShop(worker));
    sentPasswords();
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'password_changed' });
    expect(sentPasswords()).toHaveLength(1);
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'password_changed' });
    const photo = { key: `doc:${'0'.repeat(64)}`, stream: `case:${caseId}` };
    expect(await worker.send('photo.load', photo)).toMatchObject({ error: { code: 'password_changed' } });
    await worker.do('session.lock', {});
    await worker.unlock(USER);
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'password_changed' });
    await worker.reopen();
    await worker.unlock(USER);
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'password_changed' });
    expect(sentPasswords()).toEqual([]);

    expect(await worker.send('session.signIn', { user: USER, password: 'guess-1234' })).toMatchObject({
      error: { code: 'wrong_password' },
    });
    await worker.do('session.signIn', { user: USER, password: NEW });
    await worker.sync();
    expect(await worker.ctx.db.outbox.count()).toBe(0);
    const { rows } = (await (
      await fetch(`${hub.url}/${CASES}/_all_docs`, { headers: { authorization: basicHeader(USER, NEW) } })
    ).json()) as { rows: { id: string }[] };
    expect(rows.filter(({ id }) => id.startsWith(`case:${caseId}`))).not.toEqual([]);
    await worker.reopen();
    await worker.unlock(USER);
    await worker.sync();
  });
});

describe('an account that is locked', () => {
  it('is not asked before its time is over, over restarts too; then the right password opens it', async () => {
    for (let tries = 0; tries < 5; tries += 1) await statusOf('wrong');
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'account_locked' });
    const until = Date.now() + 300_000;
    const gate = (await worker.ctx.db.meta.get('gate'))?.value as { locked: Record<string, string> };
    expect(Math.abs(Date.parse(gate.locked[USER] ?? '') - until)).toBeLessThan(5_000);
    sentPasswords();
    vi.setSystemTime(Date.now() + 290_000);
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'account_locked' });
    expect(await worker.send('session.signIn', { user: USER, password: DEMO_PASSWORD })).toMatchObject({
      error: { code: 'account_locked' },
    });
    await worker.reopen();
    await worker.unlock(USER);
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'account_locked' });
    expect(sentPasswords()).toEqual([]);
    // Another person of the same machine is not locked.
    await worker.signIn('lin.fang');
    await worker.unlock(USER);
    vi.setSystemTime(Date.now() + 11_000);
    await worker.sync();
    expect(sentPasswords().length).toBeGreaterThan(0);
  });
});

describe('changing the own password', () => {
  it('is used at once by session and vault; the other device keeps its work and asks', async () => {
    const other = await aWorker({ hub, user: USER });
    await registerShop(other);
    expect(await worker.do('session.changePassword', { old: DEMO_PASSWORD, next: NEW })).toEqual({});
    expect([await statusOf(NEW), await statusOf(DEMO_PASSWORD)]).toEqual([200, 401]);
    await registerShop(worker);
    await worker.sync();
    await worker.reopen();
    await worker.unlock(USER);
    await worker.sync();
    expect(await worker.ctx.db.outbox.count()).toBe(0);
    await expect(other.sync()).rejects.toMatchObject({ problem: 'password_changed' });
    expect(await other.ctx.db.outbox.where('state').equals('waiting').count()).toBe(1);
    await other.do('session.signIn', { user: USER, password: NEW });
    await other.sync();
    expect(await other.ctx.db.outbox.count()).toBe(0);
    await other.close();
  });

  it('asks for the old one, which counts as a try, and changes nothing when it is wrong', async () => {
    sentPasswords();
    expect(await worker.send('session.changePassword', { old: 'not-the-1', next: NEW })).toMatchObject({
      error: { code: 'wrong_password' },
    });
    expect(sentPasswords()).toHaveLength(1);
    await worker.sync();
    expect([await statusOf(NEW), await statusOf(DEMO_PASSWORD)]).toEqual([401, 200]);
  });

  it('refuses a bad one before anything is sent, and needs the server', async () => {
    sentPasswords();
    const change = (next: string): Promise<unknown> =>
      worker.send('session.changePassword', { old: DEMO_PASSWORD, next });
    expect(await change('short1')).toMatchObject({ error: { code: 'password_short' } });
    expect(await change('abcdefghij')).toMatchObject({ error: { code: 'password_simple' } });
    expect(await change(DEMO_PASSWORD)).toMatchObject({ error: { code: 'password_same' } });
    expect(sentPasswords()).toEqual([]);
    worker.line.down();
    expect(await change(NEW)).toMatchObject({ error: { code: 'unreachable' } });
    worker.line.up();
    expect(await statusOf(DEMO_PASSWORD)).toBe(200);
  });
});

describe('changing the PIN', () => {
  it('needs the old one or the password', async () => {
    await worker.do('session.lock', {});
    await worker.unlock(USER);
    expect(await worker.send('session.setPin', { pin: '1111' })).toMatchObject({ error: { code: 'needs_old_pin' } });
    const change = (by: 'pin' | 'password', secret: string, pin: string): Promise<unknown> =>
      worker.send('session.changePin', { by, secret, pin });
    expect(await change('pin', '0000', '2222')).toMatchObject({ error: { code: 'wrong_pin' } });
    expect(await change('password', 'wrong', '2222')).toMatchObject({ error: { code: 'wrong_password' } });
    expect(await change('pin', PIN, '2222')).toMatchObject({ ok: true });
    expect(await change('password', DEMO_PASSWORD, '3333')).toMatchObject({ ok: true });
    expect(await worker.send('session.unlock', { user: USER, pin: PIN })).toMatchObject({ ok: false });
    await worker.do('session.unlock', { user: USER, pin: '3333' });
  });

  it('that was forgotten is replaced after a sign-in with the password, once', async () => {
    await worker.do('session.signIn', { user: USER, password: DEMO_PASSWORD });
    await worker.do('session.setPin', { pin: '4444' });
    expect(await worker.send('session.setPin', { pin: '5555' })).toMatchObject({ error: { code: 'needs_old_pin' } });
    await worker.do('session.unlock', { user: USER, pin: '4444' });
  });

  it('locks the screen after five wrong passwords', async () => {
    for (let tries = 0; tries < 5; tries += 1)
      await worker.send('session.changePin', { by: 'password', secret: 'wrong', pin: '1234' });
    expect(worker.ctx.session.profile).toBeUndefined();
  });
});
