import { expect, test } from '@playwright/test';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { mapText as words, zoneFaults } from '#renderer/app/language/zh/map.ts';
import { borderText, placeText } from '#renderer/app/language/zh/position.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { readRows } from '../fixtures/store.ts';
import { command, dataWorkerOf } from '../fixtures/workerCommands.ts';
import { launchAs, type SignedIn } from '../fixtures/world.ts';
import { MapPage } from '../pages/MapPage.ts';
import { RegisterPage } from '../pages/RegisterPage.ts';

const PLACE = { [sites.division]: '黄石港区', [sites.street]: '胜阳港街道' };
type SiteRecord = {
  readonly id: string;
  readonly name: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly position?: { readonly source: string; readonly accuracyMm?: number; readonly lonE7: number };
};

let hub: RunningHub;
let officer: SignedIn;
test.beforeEach(async () => {
  test.setTimeout(180_000);
  hub = await startHub(freshFolder('hub'));
  officer = await launchAs('officer', { server: hub.url });
  await officer.shell.isInSync();
  await hub.stop();
});
test.afterEach(() => officer.close());

async function siteCalled(name: string): Promise<SiteRecord | undefined> {
  return (await readRows<SiteRecord>(officer.page, 'sites')).find((site) => site.name === name);
}

/** Two shops near the middle of the map and one far from it. */
async function registerShops(): Promise<void> {
  const worker = await dataWorkerOf(officer.page);
  for (const [n, lonE7] of [1_150_400_000, 1_150_420_000, 1_152_000_000].entries())
    await command(worker, 'site.register', {
      ...{ name: `图上商户${String(n)}（示例）`, operator: '王芳', address: `颐阳路${String(n)}号` },
      ...{ division: '420202', street: '420202007' },
      position: { lonE7, latE7: 302_000_000, crs: 'WGS84', source: 'device', accuracyMm: 8000 },
    });
}

test('a zone is drawn corner by corner, says what is in it, becomes a stall zone and is drawn anew', async () => {
  const { page, shell } = officer;
  await withAxe(page);
  await registerShops();
  await shell.goTo('map');
  const map = new MapPage(page);
  await map.isShown();
  await expect(page.getByText(words.count(2, 3))).toBeVisible();
  await page.getByRole('button', { name: words.draw }).click();
  await map.tap([0.3, 0.3], [0.7, 0.7], [0.7, 0.3], [0.3, 0.7]);
  await map.close();
  await expect(page.getByText(zoneFaults.crossing)).toBeVisible();
  // The first step opens what is closed, the next ones take corners away.
  await page.getByRole('button', { name: words.reopen }).click();
  for (let n = 0; n < 3; n += 1) await map.undo();
  await map.tap([0.7, 0.3], [0.7, 0.7], [0.3, 0.7]);
  await expect(page.getByText(words.drawHint(4))).toBeVisible();
  await map.close();
  await expect(page.getByText(words.within(2, 0))).toBeVisible();
  await expect(page.getByRole('list', { name: words.withinList }).getByRole('link')).toHaveCount(2);
  await expectAccessible(page, 'a zone that is drawn');
  await page.screenshot({ path: test.info().outputPath('zone-drawn.png') });
  const drawn = (await map.corners.inputValue()).split('\n');
  expect(drawn).toHaveLength(4);

  await page.getByRole('link', { name: words.keepZone }).click();
  await expect(page.getByText(/4 个角，约 .* 平方/)).toBeVisible();
  const register = new RegisterPage(page);
  await register.fill({
    texts: {
      疏导点名称: '示例夜市',
      管理方: '示例街道办',
      [sites.address]: '示例路口',
      经营时段: '18:00 至 23:00',
      摊位数: '40',
    },
    choices: { ...PLACE, 类型: '夜市' },
  });
  await page.getByRole('button', { name: sites.save }).click();
  await expect(page.getByRole('heading', { name: '示例夜市' })).toBeVisible();
  await expect(page.getByRole('region', { name: borderText.panel }).locator('canvas')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('zone-page.png') });
  const before = (await siteCalled('示例夜市'))?.fields?.['border'];
  expect(before?.split(',')).toHaveLength(4);

  // With the keyboard: corners as text, the first of them first.
  await page.getByRole('link', { name: sites.edit, exact: true }).click();
  await page.getByRole('button', { name: borderText.redraw }).click();
  await map.corners.fill('115.0300, 30.2000\n115.0310, x');
  await expect(page.getByText(words.badCorner(2))).toBeVisible();
  await expect(page.getByRole('button', { name: borderText.use })).toBeDisabled();
  await map.corners.fill('115.0300, 30.2000\n115.0310 30.2000\n115.0310，30.2010');
  // What was typed is brought into view: a tap in the middle of the map is a corner beside the others.
  const dialog = new MapPage(page, borderText.map);
  await page.getByRole('dialog').getByRole('button', { name: words.showAll }).click();
  await page.screenshot({ path: test.info().outputPath('zone-dialog.png') });
  await page.getByRole('button', { name: words.reopen }).click();
  await expect
    .poll(async () => {
      await dialog.tap([0.5, 0.5]);
      const last = (await map.corners.inputValue()).split('\n').at(-1) ?? '';
      await map.undo();
      return last;
    })
    .toMatch(/^115\.030\d+, 30\.200\d+$/);
  await map.close();
  await page.getByRole('button', { name: borderText.use }).click();
  await page.getByRole('button', { name: sites.saveChanges }).click();
  await expect(register.history).toContainText('范围：4 个角');
  expect((await siteCalled('示例夜市'))?.fields?.['border']).toBe(
    'WGS84:1150300000 302000000,1150310000 302000000,1150310000 302010000',
  );
  // On the map it stands as a record of its own, though nobody gave it a position.
  await shell.goTo('map');
  await expect(page.getByRole('list', { name: words.near })).toContainText('示例夜市');
});

test('the place of a shop is picked on the map, with what a finger can do at that zoom, and can be changed and taken away', async () => {
  const { page, shell } = officer;
  const site = await shell.newSite();
  await page.getByRole('button', { name: placeText.open }).click();
  const map = new MapPage(page, placeText.map);
  await map.isShown();
  await expect(page.getByRole('button', { name: placeText.use })).toBeDisabled();
  await map.tap([0.5, 0.5]);
  await expect(page.getByRole('dialog')).toContainText('地图选取 · 误差约 327 米');
  await page.screenshot({ path: test.info().outputPath('place-dialog.png') });
  await page.getByRole('button', { name: placeText.use }).click();
  await site.register({
    ...{
      name: '选点商户（示例）',
      operator: '示例经营者',
      address: '示例路 9 号',
      division: '黄石港区',
      street: '沈家营',
    },
  });
  const first = await siteCalled('选点商户（示例）');
  expect(first?.position).toMatchObject({ source: 'map', crs: 'WGS84', accuracyMm: 327_000 });
  expect(Math.abs((first?.position?.lonE7 ?? 0) - 1_150_400_000)).toBeLessThan(20_000);

  await page.getByRole('link', { name: sites.edit, exact: true }).click();
  await page.getByRole('button', { name: placeText.open }).click();
  // The dialog begins where the place is; the keyboard takes the middle.
  await page.getByRole('button', { name: placeText.middle }).click();
  await page.getByRole('button', { name: placeText.use }).click();
  await page.getByRole('button', { name: sites.saveChanges }).click();
  await expect(page.getByRole('heading', { name: '选点商户（示例）' })).toBeVisible();
  const second = await siteCalled('选点商户（示例）');
  expect(second?.position?.accuracyMm).toBeLessThan(50_000);

  await page.getByRole('link', { name: sites.edit, exact: true }).click();
  const position = page.getByRole('group', { name: placeText.position });
  // Half a position is none, and is not taken for its absence.
  await position.getByLabel(inspectionsText.form.location.lon).fill('');
  await page.getByRole('button', { name: sites.saveChanges }).click();
  await expect(page.getByText(placeText.unread)).toBeVisible();
  await position.getByRole('button', { name: placeText.clear }).click();
  await page.getByRole('button', { name: sites.saveChanges }).click();
  await expect(page.getByRole('heading', { name: '选点商户（示例）' })).toBeVisible();
  expect((await siteCalled('选点商户（示例）'))?.position).toBeUndefined();
});
