import { expect, test } from '@playwright/test';

import { actForm, choiceLabel, fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { TimedMachine } from '../fixtures/timedMachine.ts';
import { launchAs, PEOPLE } from '../fixtures/world.ts';
import { openFile, type FilePage, type Filling } from '../pages/FilePage.ts';
import { NewFilePage } from '../pages/NewFilePage.ts';

const SITE = {
  name: '示例巷5号楼顶加建',
  operator: '示例建房人丁',
  address: '示例巷 5 号',
  division: '黄石港区',
  street: '沈家营',
} as const;
const PHOTO = photoFile('加建.jpg');
const AFTER = photoFile('拆除后.jpg', { tidy: true });
const l = (member: string, type = ''): string => fieldLabel(type, member);

function text(words: string, more: Filling = {}, type = ''): Filling {
  return { ...more, texts: { [l('text', type)]: words, ...more.texts } };
}

const paper = (words: string, more: Filling = {}): Filling => text(words, more, 'document.issued');
const record = (words: string): Filling => ({ texts: { [l('text', 'record.made')]: words } });
const pair = PEOPLE.second;

test('an illegal structure offline, over seven months: stopped, decided, urged, announced, demolished, accepted', async () => {
  test.setTimeout(560_000);
  const hub = await startHub(freshFolder('hub'));
  const machine = await TimedMachine.with(
    ['second', 'leader', 'reviewer', 'brigadeLeader', 'head', 'clerk', 'officer'],
    hub.url,
    SITE.name,
  );
  await hub.stop();

  await machine.startAt('2026-01-05T01:00:00.000Z', 'officer');
  await (await machine.app.shell.newSite()).register(SITE);
  const form = await NewFilePage.from(machine.app.page);
  await form.fill('structure', 'WJ-01', PHOTO);
  const opened = await form.submit(fileText.new.submit, pair);
  await opened.isAt(stageWords.found.text);
  await decidesToDemolish(machine, opened);

  await machine.startAt('2026-02-02T01:00:00.000Z', 'head');
  let file = await machine.file();
  await file.take('case.approved:urge');
  file = await machine.changeTo('officer');
  await file.take('document.issued:D25', paper('自行拆除楼顶加建部分。'), pair);
  await file.take('document.served:D25', {}, pair);
  await file.take('document.issued:D26', paper('限期自行拆除。', { dates: { [l('untilOn')]: '2026-02-12' } }), pair);
  await file.take('document.posted:D26', { photos: { [l('photos')]: PHOTO } }, pair);
  await file.isAt(stageWords.urged.text);

  // Neither remedy period is over: the decision to demolish is closed, with its article on screen.
  await machine.startAt('2026-03-10T01:00:00.000Z', 'head');
  file = await machine.file();
  await file.unfold();
  await expect(file.step('case.enforcementDecided')).toContainText('行政强制法 §44');
  await expect(file.step('case.enforcementDecided')).toContainText('2026年7月');

  await machine.startAt('2026-07-22T01:00:00.000Z', 'head');
  file = await machine.file();
  await file.take('case.enforcementDecided', text('催告和公告期满未拆除，复议和诉讼期限已过，决定强制拆除。'));
  file = await machine.changeTo('officer');
  await file.take('document.issued:D27', paper('逾期未自行拆除。'), pair);
  await file.take('document.served:D27', {}, pair);
  await file.take('government.ordered:demolition', {
    texts: { [l('government')]: '黄石港区人民政府（示例）', [l('reference')]: '示例政责〔2026〕1号' },
    dates: { [l('on')]: '2026-07-22' },
  });
  file = await machine.changeTo('head');
  await refusesNightAndHoliday(file);
  await file.take('demolition.scheduled', plan('2026-07-24T09:00', '2026-07-24T16:00'));

  await machine.startAt('2026-07-24T08:30:00.000Z', 'officer');
  file = await machine.file();
  await file.take(
    'structure.demolished:forced',
    { photos: { [l('before')]: PHOTO, [l('after')]: AFTER }, texts: { [l('areaE2')]: '86.4' } },
    pair,
  );
  await file.isAt(stageWords.demolished.text);
  file = await machine.changeTo('leader');
  await file.take(
    'structure.accepted',
    text('现场复核，已全部拆除。', { texts: { [l('areaE2', 'structure.accepted')]: '86.4' } }),
  );
  await file.take('case.closed', text('已拆除并验收，同意结案。'));
  file = await machine.changeTo('clerk');
  await file.take('case.archived', {
    texts: { [l('pieces')]: '20', [l('pages')]: '48' },
    choices: { [l('retention')]: choiceLabel('retention', 'permanent') },
  });
  await file.isAt(stageWords.archived.text);

  // With the network back, the whole file is on another machine.
  const again = await startHub(hub.data, { port: hub.port });
  await machine.startAt(undefined, 'clerk');
  // Everybody's own records go up when he is at the screen.
  for (const person of ['leader', 'reviewer', 'brigadeLeader', 'head', 'clerk', 'officer'] as const)
    await machine.sends(person);
  await machine.app.shell.isInSync();
  const elsewhere = await launchAs('leader', { server: again.url });
  await elsewhere.shell.isInSync();
  const copy = await openFile(elsewhere, SITE.name);
  await copy.isAt(stageWords.archived.text);
  await expect(elsewhere.page.getByText('86.4 ㎡').first()).toBeVisible();
  await elsewhere.close();
  await machine.close();
  await again.stop();
});

/** From the stop order to the order to demolish that was served. */
async function decidesToDemolish(machine: TimedMachine, opened: FilePage): Promise<void> {
  let file = opened;
  await file.take('document.issued:D06', paper('停止施工，不得继续加建。'), pair);
  await file.take('document.served:D06', {}, pair);
  await file.isAt(stageWords.stop_ordered.text);
  await file.take('structure.measured', measured(), pair);
  file = await machine.changeTo('head');
  await file.take('case.filed', text('同意立案。'));
  file = await machine.changeTo('officer');
  await file.take('structure.identified', {
    texts: { [l('authority')]: '黄石港区规划局（示例）', [l('letter')]: '示例规函〔2026〕1号' },
    dates: { [l('on')]: '2026-01-05' },
    picks: { [l('permit')]: choiceLabel('permit', 'none') },
    choices: { [l('area')]: choiceLabel('area', 'urban') },
  });
  await file.take('record.made:site', record('五号楼顶加建砖混房屋一层。'), pair);
  await file.take('party.identified', {}, pair);
  await file.take('record.made:inquiry', record('问：有无规划许可？答：没有。'), pair);
  await file.take(
    'case.investigated',
    text('无法采取改正措施，建议限期拆除。', {
      texts: { [l('demolition')]: '楼顶加建砖混房屋86.4平方米', [l('reasons')]: '没有许可，不能改正。' },
    }),
    pair,
  );
  file = await machine.changeTo('leader');
  await file.take('case.submitted');
  file = await machine.changeTo('reviewer');
  await file.take('case.reviewed:pass', text('同意。', { ticks: [l('qualified')] }));
  file = await machine.changeTo('brigadeLeader');
  await file.take('case.approved:notice');
  file = await machine.changeTo('officer');
  await file.take('document.issued:D17', paper('拟责令限期拆除。'), pair);
  await file.take('document.served:D17', {}, pair);
  await file.take('statement.waived:statement', { photos: { [l('photos', 'statement.waived')]: AFTER } }, pair);
  await file.take('case.brought');
  file = await machine.changeTo('head');
  await file.take('case.decided', text('同意限期拆除。', { texts: { [l('reasons')]: '同意。' } }, 'case.decided'));
  file = await machine.changeTo('officer');
  await file.take(
    'document.issued:D24',
    paper('请在期限内自行拆除。', { dates: { [l('untilOn')]: '2026-01-25' } }),
    pair,
  );
  await file.take('document.served:D24', {}, pair);
  await file.isAt(stageWords.served.text);
}

function measured(): Filling {
  return {
    texts: { [l('floor')]: '6', [l('areaE2')]: '86.4' },
    picks: { [l('structure')]: choiceLabel('structure', 'brick_concrete') },
    choices: { [l('being')]: choiceLabel('being', 'existing') },
    photos: { [l('photos')]: PHOTO },
  };
}

function plan(start: string, end: string): Filling {
  return text('依法强制拆除。', { dates: { [l('startAt')]: start, [l('endAt')]: end } });
}

/** Not at night, not on a day off (行政强制法 §43): refused with the article, and the form keeps what was typed. */
async function refusesNightAndHoliday(file: FilePage): Promise<void> {
  const dialog = await file.begin('demolition.scheduled', plan('2026-07-23T22:30', '2026-07-23T23:30'));
  const submit = dialog.getByRole('button', { name: actForm.submit, exact: true });
  await submit.click();
  await expect(dialog.getByRole('alert')).toContainText('夜间');
  await expect(dialog.getByRole('alert')).toContainText('行政强制法 §43');
  await dialog.getByLabel(l('startAt')).fill('2026-07-25T09:00'); // a Saturday
  await dialog.getByLabel(l('endAt')).fill('2026-07-25T12:00');
  await submit.click();
  await expect(dialog.getByRole('alert')).toContainText('节假日');
  await file.page.keyboard.press('Escape');
  await expect(file.page.getByRole('dialog')).toHaveCount(0);
}
