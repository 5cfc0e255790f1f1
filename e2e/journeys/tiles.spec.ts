import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test, type Page } from '@playwright/test';

import { mapText } from '#renderer/app/language/zh/map.ts';
import { tilesText as words } from '#renderer/app/language/zh/tiles.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub } from '../fixtures/hub.ts';
import { startTiles, TILE_COLOUR } from '../fixtures/tileServer.ts';
import { launchAs, relaunchAs } from '../fixtures/world.ts';
import { MapPage } from '../pages/MapPage.ts';

const CATALOGUE = fileURLToPath(new URL('../../resources/catalogue', import.meta.url));
const ATTRIBUTION = '示例底图';

/** The bureau's catalogue with a ground map in its settings. */
function catalogueWith(template: string): string {
  const folder = freshFolder('catalogue');
  cpSync(CATALOGUE, folder, { recursive: true });
  const path = join(folder, 'settings.json');
  const settings = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const tiles = { template, crs: 'GCJ02', attribution: ATTRIBUTION, maxZoom: 15 };
  writeFileSync(path, JSON.stringify({ ...settings, tiles }));
  return folder;
}

/** The colour in the middle of the map, as people see it. */
async function middle(page: Page): Promise<readonly number[]> {
  const box = await new MapPage(page).map.boundingBox();
  if (box === null) return [];
  const clip = { x: box.x + box.width / 2 - 2, y: box.y + box.height / 2 + 20, width: 4, height: 4 };
  const bytes = [...(await page.screenshot({ clip }))];
  return page.evaluate(async (png) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(png)], { type: 'image/png' }));
    const drawing = new OffscreenCanvas(4, 4).getContext('2d');
    drawing?.drawImage(image, 0, 0);
    return [...(drawing?.getImageData(1, 1, 1, 1).data ?? [])].slice(0, 3);
  }, bytes);
}

test('a ground map is drawn from the one host that the settings name, is kept, and is drawn when nothing can be reached', async () => {
  test.setTimeout(180_000);
  const hub = await startHub(freshFolder('hub'));
  const tiles = await startTiles();
  const env = { XUNZHI_CATALOGUE: catalogueWith(tiles.template) };
  const officer = await launchAs('officer', { server: hub.url, env });
  const { page, shell } = officer;
  await withAxe(page);
  await shell.isInSync();
  await shell.goTo('map');
  await new MapPage(page).isShown();
  await expect.poll(() => middle(page), { timeout: 20_000 }).toEqual([...TILE_COLOUR]);
  await expect(page.getByText(ATTRIBUTION)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('tiles-map.png') });

  const before = tiles.asked.length;
  await page.getByRole('button', { name: words.open }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: words.to }).click();
  await page.getByRole('option', { name: /^13 级/ }).click();
  const start = dialog.getByRole('button', { name: /^下载 \d+ 张$/ });
  const promised = Number(/\d+/.exec(await start.innerText())?.[0]);
  await expectAccessible(page, 'a ground map to be kept');
  await page.screenshot({ path: test.info().outputPath('tiles-dialog.png') });
  await start.click();
  await expect(dialog.getByText(/^已完成：/)).toBeVisible({ timeout: 60_000 });
  const [fetched = 0, had = 0] = [...(await dialog.getByText(/^已完成：/).innerText()).matchAll(/\d+/g)].map(Number);
  expect(fetched + had).toBe(promised);
  expect(tiles.asked.length - before).toBe(fetched);
  expect(fetched).toBeGreaterThan(5);
  await officer.close();
  await tiles.stop();
  await hub.stop();

  const offline = await relaunchAs('officer', { profile: officer.profile, server: hub.url, env });
  await offline.shell.goTo('map');
  await expect.poll(() => middle(offline.page), { timeout: 20_000 }).toEqual([...TILE_COLOUR]);
  // Nearer than anybody has looked: this was kept.
  await offline.page.getByRole('button', { name: mapText.zoomIn }).click();
  await expect.poll(() => middle(offline.page), { timeout: 20_000 }).toEqual([...TILE_COLOUR]);
  await offline.close();
});
