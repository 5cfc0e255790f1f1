import { expect, test } from '@playwright/test';

import { areaLevels, areasText as words } from '#renderer/app/language/zh/areas.ts';
import { mapText } from '#renderer/app/language/zh/map.ts';
import { placeText } from '#renderer/app/language/zh/position.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub } from '../fixtures/hub.ts';
import { readRows } from '../fixtures/store.ts';
import { command, dataWorkerOf } from '../fixtures/workerCommands.ts';
import { launchAs, PEOPLE, relaunchAs } from '../fixtures/world.ts';
import { AreasPage } from '../pages/AreasPage.ts';

/** Invented streets beside each other around the middle of the map: squares of 0.03 degrees. */
function streets(crossing: boolean): unknown {
  const features = [0, 1, 2].map((n) => {
    const [west, east, south, north] = [115.005 + n * 0.03, 115.035 + n * 0.03, 30.18, 30.22];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    const bad = crossing && n === 1 ? [ring[0], ring[2], ring[1], ring[3]] : ring;
    return {
      type: 'Feature',
      properties: { 街道: `示例街道${String(n + 1)}`, 代码: `42020290${String(n + 1)}` },
      geometry: { type: 'Polygon', coordinates: [[...bad, bad[0]]] },
    };
  });
  return { type: 'FeatureCollection', features };
}

test('areas are checked, looked at and published; another device draws them and names them without a network', async () => {
  test.setTimeout(240_000);
  const hub = await startHub(freshFolder('hub'));
  const officer = await launchAs('officer', { server: hub.url });
  const worker = await dataWorkerOf(officer.page);
  await command(worker, 'site.register', {
    ...{ name: '网格边商户（示例）', operator: '王芳', address: '颐阳路1号', division: '420202', street: '420202007' },
    position: { lonE7: 1_150_500_000, latE7: 302_000_000, crs: 'WGS84', source: 'device', accuracyMm: 8000 },
  });

  const admin = await launchAs('admin', { server: hub.url });
  await withAxe(admin.page);
  await admin.shell.goTo('areas');
  const areas = new AreasPage(admin.page);
  await expect(admin.page.getByText(words.none)).toBeVisible();
  await areas.take('街道.geojson', streets(true));
  await areas.choose(words.level, areaLevels.street);
  await areas.choose(words.crs, words.systems.CGCS2000);
  await expect(areas.faults).toHaveCount(1);
  await expect(areas.faults).toContainText('第 2 个要素（示例街道2） 边界自相交');
  await expect(admin.page.getByRole('button', { name: words.publish, exact: true })).toHaveCount(0);

  await areas.take('街道.geojson', streets(false));
  await areas.choose(words.level, areaLevels.street);
  // Nothing is guessed about the reference system.
  await expect(admin.page.getByRole('region', { name: words.preview })).toHaveCount(0);
  await areas.choose(words.crs, words.systems.CGCS2000);
  await expect(admin.page.getByRole('list', { name: words.list }).getByRole('listitem')).toHaveCount(3);
  await expect(admin.page.getByRole('region', { name: words.preview }).locator('canvas')).toBeVisible();
  await expect(admin.page.getByRole('button', { name: words.publish, exact: true })).toBeDisabled();
  await admin.page.getByLabel(words.source).fill('示例测绘单位，2026 年，精度 1 米');
  await expectAccessible(admin.page, 'areas to be published');
  await admin.page.screenshot({ path: test.info().outputPath('areas-admin.png'), fullPage: true });
  await areas.publish();
  await expect(admin.page.getByText(words.published(areaLevels.street, 1))).toBeVisible();
  await expect(areas.line(areaLevels.street)).toContainText(words.line(1, 3));
  await expect(areas.line(areaLevels.street)).toContainText(PEOPLE.admin.name);
  await admin.close();

  const ids = async (): Promise<string[]> =>
    (await readRows<{ id: string }>(officer.page, 'directory')).map(({ id }) => id);
  await expect.poll(ids, { timeout: 40_000 }).toContain('areas:street:1');
  await officer.shell.isInSync();
  await officer.close();
  await hub.stop();

  const offline = await relaunchAs('officer', { profile: officer.profile, server: hub.url });
  await offline.shell.isOffline();
  await offline.shell.goTo('map');
  const list = offline.page.getByRole('list', { name: mapText.near });
  await expect(list.getByRole('link').first()).toContainText('示例街道2');
  await expect(offline.page.getByText(mapText.lies(['示例街道2']))).toBeVisible();
  await expect(offline.page.getByText(mapText.leadAreas('示例测绘单位，2026 年，精度 1 米'))).toBeVisible();
  await offline.page.screenshot({ path: test.info().outputPath('areas-map.png') });
  await list.getByRole('link').first().click();
  await expect(offline.page.getByText(placeText.lies)).toBeVisible();
  await expect(offline.page.getByText('示例街道2', { exact: true })).toBeVisible();
  await offline.close();
});
