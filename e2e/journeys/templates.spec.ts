import { expect, test } from '@playwright/test';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import type { CommandInput } from '#renderer/data/protocol.ts';
import type { InspectionRow } from '#renderer/data/tables.ts';
import { registersOf, type Checklist } from '#shared/inspection/checklist.ts';
import { mattersOf } from '#shared/inspection/item.ts';
import { visibleItems } from '#shared/inspection/visible.ts';
import { aSha } from '#shared/testing/builders.ts';
import { fillChecklist, type Wishes } from '#shared/testing/fillChecklist.ts';

import { freshFolder } from '../fixtures/app.ts';
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

function aSite(list: Checklist): CommandInput<'site.register'> {
  return {
    name: `示例对象 ${list.id}`,
    operator: '示例单位',
    address: '示例路 1 号',
    division: '420202',
    street: '420202005',
    register: registersOf(list)[0],
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

test('offline: each of the fifteen checklists is filled and submitted; one failed item becomes a case by two taps', async () => {
  test.setTimeout(900_000);
  const hub = await startHub(freshFolder('hub'));
  const officer = await launchPair({ server: hub.url });
  await hub.stop();
  await officer.shell.isOffline();
  const worker = await dataWorkerOf(officer.page);
  const { checklists } = await command(worker, 'catalogue.read', {});
  expect(checklists).toHaveLength(15);

  for (const list of checklists)
    await test.step(list.id, async () => {
      const site = aSite(list);
      const { siteId } = await command(worker, 'site.register', site);
      await officer.shell.startInspection(site.name, site.name);
      await expect(officer.page.getByText(list.name, { exact: true })).toBeVisible();
      const failed = filedItem(list);
      const wishes: Wishes = { [failed]: { answer: 'fail', photos: [aSha(1)] } };
      const answers = fillChecklist(list, wishes);
      await new ChecklistFiller(officer.page, list, PHOTO).fill(answers);
      const form = new InspectionFormPage(officer.page);
      await form.isSaved();
      await form.submit();
      const rows = await readRows<InspectionRow>(officer.page, 'inspections');
      const row = rows.find((one) => one.siteId === siteId);
      const said = ({ item, entry, answer, value }: InspectionRow['answers'][number]): string =>
        [mark(item, entry), answer, value ?? ''].join(' ');
      expect(row?.answers.map(said)).toEqual(answers.map(said));
      if (list.id !== 'manhole-cover') return;
      const opened = await new InspectionPage(officer.page).fileItem(failed, PEOPLE.second);
      await expect(opened.page.getByText(list.name.replace(/表$/, ''))).toBeVisible();
    });
  await officer.close();
});
