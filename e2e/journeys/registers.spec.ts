import { expect, test } from '@playwright/test';

import { siteProblems, sites } from '#renderer/app/language/zh/sites.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { launchAs } from '../fixtures/world.ts';
import { ImportPage } from '../pages/ImportPage.ts';
import { RegisterPage } from '../pages/RegisterPage.ts';

const PLACE = { [sites.division]: '黄石港区', [sites.street]: '胜阳港街道' };

let hub: RunningHub;
test.beforeEach(async () => {
  test.setTimeout(180_000);
  hub = await startHub(freshFolder('hub'));
});
test.afterEach(() => hub.stop());

test('a manhole cover: its own fields, another state, a change, its history, and its withdrawal', async () => {
  const { page, shell, close } = await launchAs('officer', { server: hub.url });
  await withAxe(page);
  await shell.isInSync();
  await shell.goTo('sites');
  const register = new RegisterPage(page);
  await register.pick('窨井盖');
  await expect(page.getByText(sites.empty)).toBeVisible();
  await page
    .getByRole('link', { name: sites.registerIn('窨井盖') })
    .first()
    .click();
  await page.getByRole('button', { name: sites.save }).click();
  await expect(page.getByText(siteProblems.required).first()).toBeVisible();
  await register.fill({
    texts: {
      井盖名称或编号: '示例井盖01',
      权属单位: '示例水务',
      [sites.address]: '示例路口',
      部件标识码: '42020201000100001',
    },
    choices: { ...PLACE, 类别: '雨水', 有防坠网: '是' },
  });
  await expectAccessible(page, 'a new manhole cover');
  await page.getByRole('button', { name: sites.save }).click();
  await expect(page.getByRole('heading', { name: '示例井盖01' })).toBeVisible();
  await expect(page.getByRole('button', { name: sites.agreement })).toBeHidden();

  await register.changeState('缺失', '巡查发现');
  await register.edit({ texts: { 权属单位: '示例排水公司', [sites.reason]: '权属移交' }, choices: { 类别: '污水' } });
  await expect(register.history.getByRole('listitem')).toHaveCount(3);
  await expect(register.history).toContainText('状态：完好 → 缺失；原因：巡查发现');
  await expect(register.history).toContainText('权属单位：示例水务 → 示例排水公司；类别：雨水 → 污水；原因：权属移交');
  await expectAccessible(page, 'a manhole cover');

  // The register that was looked at last is shown again, narrowed by state and by what its list shows.
  await shell.goTo('home');
  await shell.goTo('sites');
  await expect(register.lines).toHaveCount(1);
  await expect(register.lines.first()).toContainText('污水');
  await register.filterBy('完好');
  await expect(register.lines).toHaveCount(0);
  await register.filterBy('缺失');
  await page.getByLabel(sites.search).fill('污水 0001');
  await expectAccessible(page, 'a register');
  await register.lines.first().getByRole('link').click();
  await register.withdraw('重复登记');
  await expect(page.getByText(sites.empty)).toBeVisible();
  const wizard = await ImportPage.open(page);
  await expectAccessible(wizard.page, 'import');
  await close();
});

test('a permit is looked up on the page of the shop that holds it', async () => {
  const { page, shell, close } = await launchAs('officer', { server: hub.url });
  await shell.isInSync();
  await shell.goTo('sites');
  const register = new RegisterPage(page);
  await register.pick('许可');
  await register.register('许可', '示例占道许可', {
    texts: {
      许可事项名称: '示例占道许可',
      持有人: '示例许可店',
      [sites.address]: '示例路 3 号',
      许可文号: '示例许字1号',
      有效期自: '2020-01-01',
      有效期至: '2020-12-31',
    },
    choices: { ...PLACE, 许可类别: '占道' },
  });
  await shell.goTo('sites');
  await register.pick('商户');
  await register.register('商户', '示例许可店', {
    texts: { [sites.name]: '示例许可店', [sites.operator]: '示例经营者', [sites.address]: '示例路 9 号' },
    choices: PLACE,
  });
  await expect(register.permits.getByRole('listitem')).toHaveCount(1);
  await expect(register.permits).toContainText(
    ['占道', '示例许字1号', sites.permitPeriod('2020-01-01', '2020-12-31'), sites.permitBy.holder].join(' · '),
  );
  await expect(register.permits).toContainText(sites.permitOver);
  // The same while the shop is inspected.
  await shell.startInspection('slxkd', '示例许可店');
  await page.getByRole('button', { name: sites.permitsOf(1) }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toContainText(sites.permitOver);
  await close();
});

test('a shop whose last inspection was good stands on the red list', async () => {
  const { page, shell, close } = await launchAs('officer', { server: hub.url });
  await shell.isInSync();
  const form = await shell.newSite();
  const place = { address: '示例路 9 号', division: '黄石港区', street: '胜阳港' };
  await form.register({ name: '示例红榜店', operator: '示例经营者', ...place });
  const checklist = await shell.startInspection('slhbd', '示例红榜店');
  await checklist.choose('X1', '零售');
  await checklist.passTheRest();
  await checklist.isSaved();
  await checklist.submit();
  await shell.goTo('sites');
  const register = new RegisterPage(page);
  await register.standing(sites.standings.red);
  await expect(register.lines).toHaveCount(1);
  await expect(register.lines.first()).toContainText(sites.standings.red);
  await register.standing(sites.standings.black);
  await expect(register.lines).toHaveCount(0);
  await close();
});
