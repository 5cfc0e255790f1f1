import { expect, test } from '@playwright/test';

import { searchText as words } from '#renderer/app/language/zh/search.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub } from '../fixtures/hub.ts';
import { command, dataWorkerOf } from '../fixtures/workerCommands.ts';
import { launchAs } from '../fixtures/world.ts';

test('Ctrl+K finds by words and by pinyin initials, and the keyboard alone opens what was found', async () => {
  const hub = await startHub(freshFolder('hub'));
  const officer = await launchAs('officer', { server: hub.url });
  const { page } = officer;
  await command(await dataWorkerOf(page), 'site.register', {
    ...{ name: '旺角甜品站（示例）', operator: '王芳', address: '颐阳路7号', division: '420202', street: '420202007' },
  });
  await officer.shell.isInSync();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog', { name: words.title }).getByLabel(words.label);
  await expect(field).toBeFocused();
  await field.fill('不存在的名字');
  await expect(page.getByText(words.nothing, { exact: true })).toBeVisible();
  for (const query of ['甜品站', 'wjtpz', '颐阳路7']) {
    await field.fill(query);
    await expect(page.getByRole('region', { name: words.sites }).getByRole('link')).toHaveText(/旺角甜品站/);
  }
  await withAxe(page);
  await expectAccessible(page, 'search');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('旺角甜品站');
  await officer.close();
  await hub.stop();
});
