import { resolve } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import { Authority, type Issued } from '#main/files/testing/authority.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { signin } from '#renderer/app/language/zh/signin.ts';

import { freshFolder, launchApp } from '../fixtures/app.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { tlsFront, tunnelProxy } from '../fixtures/tlsFront.ts';
import { DEMO_PASSWORD } from '../fixtures/world.ts';
import { SignInPage } from '../pages/SignInPage.ts';

const SCREENS = resolve(import.meta.dirname, '../../docs/screens');
let hub: RunningHub;
let own: Authority;

test.beforeAll(async () => {
  hub = await startHub(freshFolder('hub'));
  own = new Authority('示例城管局');
});
test.afterAll(() => hub.stop());

/** Fills the form of the server as a person does; answers when the page has loaded anew. */
async function configure(page: Page, url: string, way: { ca?: string; proxy?: string } = {}): Promise<void> {
  await page.getByLabel(signin.serverLabel).fill(url);
  await page.getByText(signin.serverAdvanced).click();
  if (way.ca !== undefined) await page.getByLabel(signin.serverCa).fill(way.ca);
  if (way.proxy !== undefined) await page.getByLabel(signin.serverProxy).fill(way.proxy);
  await page.getByRole('button', { name: signin.serverSave }).click();
}

/** What signing in at a TLS server answers, with the own authority set. */
async function verdictOn(certificate: Issued): Promise<'in' | 'tls_error' | 'other'> {
  const front = await tlsFront(hub.url, certificate);
  const app = await launchApp({});
  try {
    await configure(app.page, front.url, { ca: own.file });
    await new SignInPage(app.page).submitPassword('chen.wei', DEMO_PASSWORD);
    const refusal = app.page.getByRole('alert');
    const inside = app.page.getByRole('heading', { name: signin.setPinTitle });
    await expect(inside.or(refusal.filter({ hasText: /./ }))).toBeVisible({ timeout: 30_000 });
    if (await inside.isVisible()) return 'in';
    return (await refusal.innerText()).includes(messageOf({ code: 'tls_error' }).what) ? 'tls_error' : 'other';
  } finally {
    await app.close();
    await front.stop();
  }
}

test('http beyond this machine is refused, with what to do', async () => {
  const app = await launchApp({ server: 'http://192.168.1.5:5984' });
  await configure(app.page, 'http://192.168.1.5:5984');
  await expect(app.page.getByRole('alert')).toContainText(messageOf({ code: 'insecure_url' }).what);
  await expect(app.page.getByRole('alert')).toContainText('https://');
  await app.page.screenshot({ path: `${SCREENS}/server-form.png` });
  await app.close();
});

test('the bureau’s own authority is shown by its subject, accepted, and kept over a restart', async () => {
  const front = await tlsFront(hub.url, own.issue({ host: '127.0.0.1' }));
  const app = await launchApp({});
  await app.page.getByText(signin.serverAdvanced).click();
  await app.page.getByLabel(signin.serverCa).fill(own.file);
  await expect(app.page.getByText(/证书主体：.*CA/)).toBeVisible();
  await app.page.getByText(signin.serverAdvanced).click();
  await configure(app.page, front.url);
  const shell = await new SignInPage(app.page).signIn('chen.wei', DEMO_PASSWORD, '135790');
  await shell.isInSync();
  await app.close();
  const again = await launchApp({ profile: app.profile });
  await (await new SignInPage(again.page).unlock('陈伟（示例）', '135790')).isInSync();
  await again.close();
  await front.stop();
});

test('a certificate of another authority, for another host, expired or for another purpose is refused', async () => {
  test.setTimeout(180_000);
  const host = '127.0.0.1';
  expect(await verdictOn(own.issue({ host }))).toBe('in');
  expect(await verdictOn(new Authority('别家').issue({ host }))).toBe('tls_error');
  expect(await verdictOn(own.issue({ host: 'xunzhi.example.gov.cn' }))).toBe('tls_error');
  expect(await verdictOn(own.issue({ host, until: '20210101000000Z' }))).toBe('tls_error');
  expect(await verdictOn(own.issue({ host, usage: 'clientAuth' }))).toBe('tls_error');
});

test('an HTTP proxy carries the connection to a server that only the proxy can name', async () => {
  const host = 'xunzhi.example.invalid';
  const front = await tlsFront(hub.url, own.issue({ host }), host);
  const { port } = new URL(front.url);
  const proxy = await tunnelProxy(Number(port));
  const app = await launchApp({});
  await configure(app.page, front.url, { ca: own.file, proxy: proxy.url });
  const shell = await new SignInPage(app.page).signIn('chen.wei', DEMO_PASSWORD, '135790');
  await shell.isInSync();
  expect(new Set(proxy.asked)).toEqual(new Set([`${host}:${port}`]));
  await app.close();
  await proxy.stop();
  await front.stop();
});
