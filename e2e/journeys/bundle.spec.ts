import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { bundleRefusals, bundleText as words } from '#renderer/app/language/zh/bundle.ts';
import type { BlobRow, OutboxRow } from '#renderer/data/tables.ts';

import { DEMO_RECOVERY_FILE, DEMO_RECOVERY_PASSPHRASE } from '../../scripts/server-setup/demoRecovery.ts';
import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { findGoodsOutside } from '../fixtures/finding.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { ServerAccount } from '../fixtures/server.ts';
import { readRows } from '../fixtures/store.ts';
import { launchAs, launchPair, signInAs } from '../fixtures/world.ts';
import { BundleDialogs } from '../pages/BundleDialogs.ts';
import { SitesPage } from '../pages/SitesPage.ts';

const SHOP = {
  name: '示例脱机面馆',
  operator: '示例经营者',
  address: '示例路 21 号',
  division: '黄石港区',
  street: '沈家营',
} as const;
const PHOTO = photoFile('门前.jpg');

test('work without network is carried to the office in a file and goes up from there, once', async () => {
  test.setTimeout(240_000);
  let hub = await startHub(freshFolder('hub'));
  const car = await launchPair({ server: hub.url });
  const office = await launchAs('leader', { server: hub.url });
  await office.shell.isInSync();
  await hub.stop();
  await car.shell.isOffline();

  await findGoodsOutside(car.shell, SHOP, PHOTO, 'sltjmg');
  const waiting = (await readRows<OutboxRow>(car.page, 'outbox')).map(({ id }) => id).sort();
  expect(waiting.length).toBeGreaterThanOrEqual(3);

  await car.shell.goTo('sync');
  const exporting = new BundleDialogs(car);
  await exporting.openExport();
  await expect(exporting.dialog.getByText(words.counts(waiting.length, 2), { exact: false })).toBeVisible();
  await withAxe(car.page);
  await expectAccessible(car.page, 'export');
  await car.page.screenshot({ path: test.info().outputPath('bundle-export.png') });
  const file = join(freshFolder('stick'), '转交.xzbundle');
  await exporting.export(file);
  expect(readFileSync(file).includes(Buffer.from(SHOP.name))).toBe(false);

  await office.shell.goTo('sync');
  const importing = new BundleDialogs(office);
  const cut = join(freshFolder('stick'), 'cut.xzbundle');
  writeFileSync(cut, readFileSync(file).subarray(0, -1000));
  await importing.open(cut, DEMO_RECOVERY_FILE, DEMO_RECOVERY_PASSPHRASE);
  await expect(importing.dialog.getByRole('alert')).toContainText(bundleRefusals.bundle_cut.what);
  await importing.open(file, DEMO_RECOVERY_FILE, 'wrong passphrase');
  await expect(importing.dialog.getByRole('alert')).toContainText(bundleRefusals.wrong_passphrase.what);
  expect(await readRows(office.page, 'outbox')).toEqual([]);
  await importing.open(file, DEMO_RECOVERY_FILE, DEMO_RECOVERY_PASSPHRASE);
  await importing.isPreviewed();
  await withAxe(office.page);
  await expectAccessible(office.page, 'preview of a bundle');
  await office.page.screenshot({ path: test.info().outputPath('bundle-preview.png') });
  await importing.import(waiting.length, 2);
  await expect(office.page.getByRole('list', { name: words.marks })).toContainText(SHOP.name);
  await expectAccessible(office.page, 'imported records');
  await office.page.screenshot({ path: test.info().outputPath('bundle.png'), fullPage: true });
  expect((await readRows<OutboxRow>(office.page, 'outbox')).map(({ id }) => id).sort()).toEqual(waiting);
  const blobs = (await readRows<BlobRow>(office.page, 'blobs')).map(({ key, state, by }) => ({ key, state, by }));
  expect(blobs).toHaveLength(2);
  expect(blobs.every(({ state, by }) => state === 'waiting' && by === 'chen.wei')).toBe(true);

  hub = await startHub(hub.data, { port: hub.port });
  await office.shell.lock();
  const author = await signInAs(office, 'officer');
  await author.isInSync();
  const admin = new ServerAccount(hub.url, 'admin');
  const year = String(new Date().getFullYear());
  const ids = async (): Promise<string[]> => {
    const docs = [...(await admin.documents('work-hsg')), ...(await admin.documents(`case-hsg-${year}`))];
    return docs.map((doc) => String(doc['_id'])).filter((id) => !id.startsWith('head:'));
  };
  const before = await ids();
  expect(before).toEqual(expect.arrayContaining(waiting));
  expect(await admin.documents(`evidence-hsg-${year}`)).toHaveLength(2);
  await car.shell.isInSync();
  expect(await ids()).toEqual(before);
  expect(await admin.documents(`evidence-hsg-${year}`)).toHaveLength(2);
  await author.goTo('sites');
  await expect(new SitesPage(office.page).site(SHOP.name)).toHaveCount(1);
  await author.goTo('sync');
  await expect(office.page.getByRole('list', { name: words.marks })).toHaveCount(0);
  await car.close();
  await office.close();
  await hub.stop();
});
