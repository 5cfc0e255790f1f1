import { expect, test, type Page } from '@playwright/test';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import type { CommandInput } from '#renderer/data/protocol.ts';
import type { CaseRow, InspectionRow } from '#renderer/data/tables.ts';
import type { Register } from '#shared/catalogue/register.ts';
import type { ItemAnswer } from '#shared/events/inspectionEvents.ts';
import { registersOf, type Checklist } from '#shared/inspection/checklist.ts';
import { mattersOf } from '#shared/inspection/item.ts';
import { visibleItems } from '#shared/inspection/visible.ts';
import { aSha } from '#shared/testing/builders.ts';
import { fillChecklist, type Wishes } from '#shared/testing/fillChecklist.ts';
import { requiredValues } from '#shared/testing/registers.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { readRows } from '../fixtures/store.ts';
import { command, dataWorkerOf } from '../fixtures/workerCommands.ts';
import { launchPair, PEOPLE } from '../fixtures/world.ts';
import { ChecklistFiller } from '../pages/ChecklistFiller.ts';
import { InspectionFormPage } from '../pages/InspectionFormPage.ts';
import { InspectionPage } from '../pages/InspectionPage.ts';

const PHOTO = photoFile('现场.jpg');
/** Marks of items as the screen shows them. */
const mark = inspectionsText.form.mark;

function aSite(list: Checklist, registers: readonly Register[]): CommandInput<'site.register'> {
  const register = registers.find(({ id }) => id === registersOf(list)[0]);
  return {
    name: `示例对象 ${list.id}`,
    operator: '示例单位',
    address: '示例路 1 号',
    division: '420202',
    street: '420202005',
    register: register?.id,
    fields: register === undefined ? {} : requiredValues(register),
  };
}

/** The first item in sight that may become a case. */
function filedItem(list: Checklist): string {
  const shown = visibleItems(list, fillChecklist(list));
  const found = shown.find(
    ({ item, entry }) => item.kind === 'check' && entry === undefined && mattersOf(item).length > 0,
  );
  return found?.item.code ?? '';
}

type Officer = Awaited<ReturnType<typeof launchPair>>;
type Worker = Awaited<ReturnType<typeof dataWorkerOf>>;

/** Registers a site for a checklist and opens its form. */
async function beginAt(officer: Officer, worker: Worker, list: Checklist): Promise<string> {
  const { registers } = await command(worker, 'catalogue.read', {});
  const site = aSite(list, registers);
  const { siteId } = await command(worker, 'site.register', site);
  await officer.shell.startInspection(site.name, site.name);
  await expect(officer.page.getByText(list.name, { exact: true })).toBeVisible();
  return siteId;
}

/** Submits what is on the screen; the record says what was answered. */
async function submitted(page: Page, siteId: string, answers: readonly ItemAnswer[]): Promise<InspectionPage> {
  const form = new InspectionFormPage(page);
  await form.isSaved();
  await form.submit();
  const rows = await readRows<InspectionRow>(page, 'inspections');
  const said = ({ item, entry, answer, value, note }: ItemAnswer): string =>
    [mark(item, entry), answer, value ?? '', note ?? ''].join(' ');
  expect(rows.find((row) => row.siteId === siteId)?.answers.map(said)).toEqual(answers.map(said));
  return new InspectionPage(page);
}

async function offlinePair(): Promise<{ readonly officer: Officer; readonly worker: Worker }> {
  const hub = await startHub(freshFolder('hub'));
  const officer = await launchPair({ server: hub.url });
  await hub.stop();
  await officer.shell.isOffline();
  return { officer, worker: await dataWorkerOf(officer.page) };
}

function listOf(lists: readonly Checklist[], id: string): Checklist {
  const found = lists.find((list) => list.id === id);
  if (found === undefined) throw new Error(`no checklist ${id}`);
  return found;
}

test('offline: each of the fifteen checklists is filled and submitted', async () => {
  test.setTimeout(900_000);
  const { officer, worker } = await offlinePair();
  const { checklists } = await command(worker, 'catalogue.read', {});
  expect(checklists).toHaveLength(15);
  for (const list of checklists)
    await test.step(list.id, async () => {
      const siteId = await beginAt(officer, worker, list);
      const wishes: Wishes = { [filedItem(list)]: { answer: 'fail', photos: [aSha(1)] } };
      const answers = fillChecklist(list, wishes);
      await new ChecklistFiller(officer.page, list, PHOTO).fill(answers);
      await submitted(officer.page, siteId, answers);
    });
  await officer.close();
});

test('offline: a failed item becomes a case by two taps', async () => {
  test.setTimeout(240_000);
  const { officer, worker } = await offlinePair();
  const list = listOf((await command(worker, 'catalogue.read', {})).checklists, 'manhole-cover');
  const siteId = await beginAt(officer, worker, list);
  const failed = { answer: 'fail', photos: [aSha(1)] } as const;
  const wishes = { M1: { ...failed, photos: [aSha(1)] }, M7: { ...failed, photos: [aSha(1)] } };
  const answers = fillChecklist(list, wishes);
  await new ChecklistFiller(officer.page, list, PHOTO).fill(answers);
  const record = await submitted(officer.page, siteId, answers);
  const opened = await record.fileItem('M7', PEOPLE.second);
  await expect(opened.page.getByText(/进行窨井盖巡查，发现/)).toBeVisible();
  const cases = await readRows<CaseRow>(officer.page, 'cases');
  expect(cases.map(({ findings }) => findings.map(({ item, matter }) => [item, matter]))).toEqual([[['M7', 'MQ-16']]]);
  await officer.close();
});

test('offline: entries are added and removed, a number over its limit fails, no place and no signature have a reason', async () => {
  test.setTimeout(240_000);
  const { officer, worker } = await offlinePair();
  const { page } = officer;
  const { checklists } = await command(worker, 'catalogue.read', {});
  const form = inspectionsText.form;

  const built = listOf(checklists, 'illegal-structure');
  const excused = {
    position: undefined,
    answer: 'not_checked',
    note: '桥下没有信号',
  } as unknown as Partial<ItemAnswer>;
  const builtAt = await beginAt(officer, worker, built);
  const second = ['M1', 'M2', 'M3', 'M4', 'M5'].map((item) => ({ item, entry: 2 }));
  const one = fillChecklist(built, { X2: excused });
  const filler = new ChecklistFiller(page, built, PHOTO);
  await filler.fill(one);
  await page.getByRole('button', { name: form.addEntry('处') }).click();
  await page.getByRole('button', { name: form.removeEntry('第2处') }).click();
  await expect(filler.card({ item: 'M1', entry: 2 })).toHaveCount(0);
  await page.getByRole('button', { name: form.addEntry('处') }).click();
  const two = fillChecklist(built, { X2: excused, 'M1#1': { value: '楼顶' } }).filter(({ entry }) => entry === 1);
  await filler.fill(second.map((place, at) => ({ ...(two[at] ?? { answer: 'pass', photos: [] }), ...place })));
  await page.getByRole('button', { name: form.removeEntry('第1处') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: form.removeEntry('第1处') })
    .click();
  await expect(filler.card({ item: 'M1', entry: 1 }).getByRole('textbox')).toHaveValue('楼顶');
  await withAxe(page);
  await expectAccessible(page, built.name);
  const left = one.map((answer) => (answer.item === 'M1' ? { ...answer, value: '楼顶' } : answer));
  const record = await submitted(page, builtAt, left);
  await expect(await record.line('X2')).toContainText('桥下没有信号');

  const gas = listOf(checklists, 'gas-user');
  const gasAt = await beginAt(officer, worker, gas);
  const refused: Partial<ItemAnswer> = { answer: 'not_checked', photos: [], note: '用户拒绝签名' };
  const over: Partial<ItemAnswer> = { answer: 'fail', value: '2.50', photos: [aSha(1)] };
  const answers = fillChecklist(gas, { X3: over, G10: refused }).map(({ value, ...answer }) =>
    answer.item === 'G10' || value === undefined ? answer : { ...answer, value },
  );
  await new ChecklistFiller(page, gas, PHOTO).fill(answers);
  await expect(page.getByText(form.over)).toBeVisible();
  await expectAccessible(page, gas.name);
  const told = await submitted(page, gasAt, answers);
  await expect(await told.line('G10')).toContainText('用户拒绝签名');
  await expect(await told.line('X3')).toContainText('超限');
  await officer.close();
});
