import { expect, test } from '@playwright/test';

import { mapText as words } from '#renderer/app/language/zh/map.ts';

import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { command, dataWorkerOf } from '../fixtures/workerCommands.ts';
import { launchAs, type SignedIn } from '../fixtures/world.ts';

let hub: RunningHub;
let officer: SignedIn;

test.beforeAll(async ({}, testInfo) => {
  hub = await startHub(testInfo.outputPath('hub'));
  officer = await launchAs('officer', { server: hub.url });
});

test.afterAll(async () => {
  await officer.close();
  await hub.stop();
});

/** Registers shops around the middle of Huangshi; one of them is recorded in 百度's system. */
async function registerShops(count: number): Promise<void> {
  const worker = await dataWorkerOf(officer.page);
  for (let n = 0; n < count; n += 1)
    await command(worker, 'site.register', {
      ...{ name: `图上商户${String(n)}（示例）`, operator: '王芳', address: `颐阳路${String(n)}号` },
      ...{ division: '420202', street: '420202007' },
      position: {
        lonE7: 1_150_400_000 + (n % 20) * 30_000 + n * 700,
        latE7: 302_000_000 + Math.floor(n / 20) * 30_000,
        ...{ crs: n === 0 ? 'BD09' : 'WGS84', source: 'device', accuracyMm: 8000 },
      },
    });
}

test('shows what has a place, offline, as a map and as a list; a shop is one tap away', async () => {
  const { page, shell } = officer;
  await registerShops(60);
  await shell.isInSync();
  await hub.stop();
  await shell.goTo('map');
  const list = page.getByRole('list', { name: words.near });
  await expect(list.getByRole('listitem').first()).toBeVisible();
  await expect(page.getByText(words.count(60, 60))).toBeVisible();
  await expect(page.getByRole('region', { name: words.label }).locator('canvas')).toBeVisible();
  await page.getByRole('button', { name: words.showAll }).click();
  await list.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('图上商户');
});
