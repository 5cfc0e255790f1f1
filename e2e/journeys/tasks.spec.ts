import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { shiftText, tasksText as words } from '#renderer/app/language/zh/tasks.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub } from '../fixtures/hub.ts';
import { launchAs, PEOPLE } from '../fixtures/world.ts';
import { TasksPage } from '../pages/TasksPage.ts';

const PLACE = { operator: '示例经营者', division: '黄石港区', street: '江北' } as const;
const FIRST = { ...PLACE, name: '示例早点铺', address: '示例路 1 号' } as const;
const SECOND = { ...PLACE, name: '示例五金店', address: '示例路 2 号' } as const;
const ELSEWHERE = { ...PLACE, name: '示例水果店', address: '示例路 3 号', street: '胜阳港' } as const;
const TITLE = '江北门前三包巡查';
const NOTE = '示例五金店上午没开门，下午再去。';
const ARRIVES = { timeout: 40_000 };
const SCREENS = join(import.meta.dirname, '../../.cache/screens');

test('a patrol is planned, begun without network, handed over, and its progress counts what was inspected', async () => {
  test.setTimeout(300_000);
  let hub = await startHub(freshFolder('hub'));
  const leader = await launchAs('leader', { server: hub.url });
  await withAxe(leader.page);
  for (const shop of [FIRST, SECOND, ELSEWHERE]) await (await leader.shell.newSite()).register(shop);
  await leader.shell.goTo('home');
  const planned = new TasksPage(leader.page);
  await expect(planned.running).toContainText(words.runningEmpty);
  await planned.startPlan();
  await leader.page.getByRole('button', { name: words.form.submit }).click();
  await expect(leader.page.getByText(words.form.nobody)).toBeVisible();
  await planned.choose(words.form.streets, PLACE.street);
  await planned.choose(words.form.checklist, '门前三包检查表');
  await leader.page.getByLabel(words.form.name).fill(TITLE);
  await planned.choose(words.form.people, PEOPLE.officer.name);
  await expectAccessible(leader.page, 'form of a patrol');
  await planned.submitPlan();
  await expect(leader.page.getByRole('list', { name: words.page.open }).getByRole('listitem')).toHaveCount(2);
  await expectAccessible(leader.page, 'page of a patrol');
  await leader.page.screenshot({ path: join(SCREENS, 'task-page.png') });
  await leader.shell.goTo('home');
  await expect(planned.running).toContainText('0/2');
  await expect(planned.running).toContainText(words.turn.today.text);
  await leader.shell.isInSync();

  const officer = await launchAs('officer', { server: hub.url });
  const mine = new TasksPage(officer.page);
  await expect(mine.today).toContainText(TITLE, ARRIVES);
  await expect(mine.today).toContainText('0/2', ARRIVES);
  await officer.shell.isInSync();
  await hub.stop();
  await officer.shell.isOffline();
  const form = await mine.inspectNext(FIRST.name);
  await form.choose('X1', '餐饮');
  await form.passTheRest();
  await form.isSaved();
  await form.submit();
  await officer.shell.goTo('home');
  await expect(mine.today).toContainText('1/2');
  await expect(mine.today.getByRole('button', { name: words.next(SECOND.name) })).toBeVisible();
  await withAxe(officer.page);
  await expectAccessible(officer.page, 'today of an officer');
  await officer.page.screenshot({ path: join(SCREENS, 'task-today.png') });
  await mine.handOver(PEOPLE.second.name, NOTE);
  await expect(mine.today).toContainText(words.todayEmpty);

  hub = await startHub(hub.data, { port: hub.port });
  await officer.shell.isInSync();
  await expect(planned.running).toContainText('1/2', ARRIVES);
  const colleague = await launchAs('second', { server: hub.url });
  const next = new TasksPage(colleague.page);
  await expect(next.takeOver).toContainText(NOTE, ARRIVES);
  await expect(next.takeOver).toContainText(shiftText.task(1, 2));
  await expect(next.today).toContainText('1/2');
  await withAxe(colleague.page);
  await expectAccessible(colleague.page, 'what was handed over');
  await colleague.page.screenshot({ path: join(SCREENS, 'task-take-over.png') });
  await next.receive();
  await expect(next.today.getByRole('button', { name: words.next(SECOND.name) })).toBeVisible();
  await colleague.shell.isInSync();

  await planned.running.getByRole('link', { name: TITLE }).click();
  await expect(leader.page.getByText(words.page.handedOver(PEOPLE.officer.name, PEOPLE.second.name))).toBeVisible();
  await expect(leader.page.getByText(words.page.read(''))).toBeVisible(ARRIVES);
  await leader.page.getByRole('button', { name: words.page.cancel, exact: true }).click();
  const dialog = leader.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('下雨改期');
  await dialog.getByRole('button', { name: words.page.cancel, exact: true }).click();
  await leader.shell.isInSync();
  await expect(next.today).toContainText(words.todayEmpty, ARRIVES);
  await colleague.close();
  await officer.close();
  await leader.close();
  await hub.stop();
});
