import { expect, test } from '@playwright/test';

import { fileStageWords } from '#renderer/app/language/zh/acts.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { launchPair, PEOPLE } from '../fixtures/world.ts';
import { NewFilePage } from '../pages/NewFilePage.ts';

/** Over the boundary: the example list gives officers of Huangshigang no power here. */
const SHOP = {
  name: '示例副食店',
  operator: '示例经营者丁',
  address: '示例路 30 号',
  division: '西塞山区',
  street: '章山',
  uscc: '92420203MA0XXXX01J',
} as const;
const PHOTO = photoFile('占道.jpg');
const NAMES = ['西塞山区城市管理执法局（示例）', '黄石市城市管理执法委员会（示例）'];
const labels = fileText.new;

test('a matter of another unit: no penalty on the spot, a clue to hand over, and a warning that it is there already', async () => {
  test.setTimeout(180_000);
  const hub = await startHub(freshFolder('hub'));
  const officer = await launchPair({ server: hub.url });
  const { page } = officer;
  await (await officer.shell.newSite()).register(SHOP);
  const form = await NewFilePage.from(page);
  await form.fill('spot', 'MQ-14', PHOTO, { texts: { [labels.fine]: '100' } });
  const notice = page.getByRole('status').filter({ hasText: fileText.power.title });
  await expect(notice).toContainText(fileText.power.competent(NAMES));
  await expect(notice).toContainText(fileText.power.todo.opening);
  await expect(page.getByRole('button', { name: labels.decide, exact: true })).toBeDisabled();

  await form.fill('ordinary', 'MQ-14', PHOTO);
  await expect(notice).toContainText(fileText.power.todo.clue);
  const file = await form.submit(labels.submit, PEOPLE.second);
  await file.isAt(fileStageWords.clue.text);

  await page.goBack();
  await expect(page.getByText(labels.duplicates(1))).toBeVisible();
  await expect(page.getByText(labels.sameSite)).toBeVisible();
  await officer.close();
  await hub.stop();
});
