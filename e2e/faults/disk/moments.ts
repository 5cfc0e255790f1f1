import { setTimeout as pause } from 'node:timers/promises';

import { expect as soon } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { documentsText } from '#renderer/app/language/zh/documents.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';

import { command, dataWorkerOf } from '../../fixtures/workerCommands.ts';
import { PEOPLE } from '../../fixtures/world.ts';
import { SignInPage } from '../../pages/SignInPage.ts';
import { confirmSecond } from '../../pages/secondOfficer.ts';

import {
  beginInspection,
  fillInspection,
  fillShop,
  forgetDraft,
  nameOf,
  openCase,
  outcome,
  pressAgain,
  recordHeading,
  saveShop,
  shopHeading,
  submitInspection,
} from './deeds.ts';
import type { After, Moment } from './moment.ts';
import { photoOf } from './photoOf.ts';
import { comesDown, goesUp } from './serverMoments.ts';
import type { Stage } from './stage.ts';
import { MOMENTS_AT_START } from './startMoments.ts';

/** A call to a store that hangs has its deadline, and a store that was closed is replaced first. */
const expect = soon.configure({ timeout: 30_000 });

const HEAVY_BYTES = 6 * 1024 * 1024;

/** Saves a shop, the disk full from `whenMs` after the button; absent: from before it. */
async function saveOnFull(stage: Stage, whenMs?: number): Promise<After> {
  const name = nameOf(stage, '满盘店');
  await fillShop(stage, name);
  if (whenMs === undefined) await stage.fill();
  await saveShop(stage);
  if (whenMs !== undefined) {
    await pause(whenMs);
    await stage.fill();
  }
  const end = await outcome(stage.app.page, shopHeading(stage, name));
  const again = async (): Promise<void> => {
    if (end !== 'done') {
      await expect(stage.app.page.getByLabel(sites.name)).toHaveValue(name);
      await pressAgain(stage.app.page, shopHeading(stage, name), () => saveShop(stage));
    }
    stage.ledger.acknowledge('shop', name);
  };
  return { end, again };
}

async function submitOnFull(stage: Stage, whenMs?: number): Promise<After> {
  const shop = nameOf(stage, '检查店');
  await fillInspection(stage, shop);
  if (whenMs === undefined) await stage.fill();
  await submitInspection(stage);
  if (whenMs !== undefined) {
    await pause(whenMs);
    await stage.fill();
  }
  const end = await outcome(stage.app.page, recordHeading(stage));
  const again = async (): Promise<void> => {
    if (end !== 'done') await pressAgain(stage.app.page, recordHeading(stage), () => submitInspection(stage));
    forgetDraft(stage, shop);
    stage.ledger.acknowledge('inspection', shop);
  };
  return { end, again };
}

/** Takes a photo into an open form, the disk full `whenMs` after it was chosen; absent: before. */
async function photoOnFull(stage: Stage, whenMs?: number): Promise<After> {
  const shop = nameOf(stage, '拍照店');
  const form = await beginInspection(stage, shop);
  await form.note('H1', `${shop}门前有积水`);
  await form.isSaved();
  stage.ledger.acknowledge('draft', `${shop}门前有积水`);
  const photo = photoOf(stage.random, HEAVY_BYTES);
  const { page } = stage.app;
  const shown = page.locator('li img');
  const picker = page.locator('input[type="file"]').first();
  if (whenMs === undefined) await stage.fill();
  await picker.setInputFiles([photo]);
  if (whenMs !== undefined) {
    await pause(whenMs);
    await stage.fill();
  }
  const end = await outcome(page, shown);
  const again = async (): Promise<void> => {
    // What was refused first may have been the form: then the photo is still being taken in, and the picker is closed.
    if (end !== 'done')
      await pressAgain(page, shown, async () => {
        await expect(picker).toBeEnabled();
        if (!(await shown.first().isVisible())) await picker.setInputFiles([photo]);
      });
    await expect(shown).toHaveCount(1);
    stage.ledger.acknowledge('shot', photo.sha256);
  };
  return { end, again };
}

/** Goes on writing in an open form; it saves itself when it can. */
async function writeOnFull(stage: Stage): Promise<After> {
  const shop = nameOf(stage, '草稿店');
  const form = await beginInspection(stage, shop);
  await form.isSaved();
  await stage.fill();
  const note = `${shop}门前有积水`;
  await form.note('H1', note);
  const { page } = stage.app;
  const failed = page.getByText(inspectionsText.form.saveFailed);
  const end = await outcome(page, failed);
  const again = async (): Promise<void> => {
    await expect(failed).toHaveCount(0, { timeout: 30_000 }); // by itself
    await form.isSaved();
    stage.ledger.acknowledge('draft', note);
  };
  return { end: end === 'done' ? 'refused' : end, again };
}

async function caseOnFull(stage: Stage): Promise<After> {
  const shop = nameOf(stage, '立案店');
  const form = await fillInspection(stage, shop);
  await form.submit();
  forgetDraft(stage, shop);
  stage.ledger.acknowledge('inspection', shop);
  const { page } = stage.app;
  await page.getByRole('link', { name: inspectionsText.view.openCase }).click();
  await confirmSecond(page, PEOPLE.second);
  await stage.fill();
  const submit = page.getByRole('button', { name: casesText.new.submit, exact: true });
  const next = page.getByRole('list', { name: casesText.page.next });
  await submit.click();
  const end = await outcome(page, next);
  const again = async (): Promise<void> => {
    if (end !== 'done')
      await pressAgain(page, next, async () => {
        await page.getByLabel('PIN 确认').fill(PEOPLE.second.pin);
        await submit.click();
      });
    stage.ledger.acknowledge('case', shop);
  };
  return { end, again };
}

/** Issues a notice, the disk full `whenMs` after the button; absent: before. */
async function issueOnFull(stage: Stage, whenMs?: number): Promise<After> {
  const opened = await openCase(stage, nameOf(stage, '文书店'));
  const notice = await opened.makeNotice();
  await notice.fill('0714-0000000');
  await notice.isPreviewed();
  const { page } = stage.app;
  await confirmSecond(page, PEOPLE.second);
  const issue = page.getByRole('button', { name: documentsText.issue, exact: true });
  if (whenMs === undefined) await stage.fill();
  await issue.click();
  if (whenMs !== undefined) {
    await pause(whenMs);
    await stage.fill();
  }
  const number = page.getByText(/^编号 /);
  const end = await outcome(page, number);
  const again = async (): Promise<void> => {
    if (end !== 'done')
      await pressAgain(page, number, async () => {
        await page.getByLabel('PIN 确认').fill(PEOPLE.second.pin);
        await issue.click();
      });
  };
  return { end, again };
}

/** The PIN is typed on a full disk. */
async function unlockOnFull(stage: Stage): Promise<After> {
  const { page, shell } = stage.app;
  await shell.lock();
  const { name, pin } = PEOPLE.officer;
  await page.getByRole('radio', { name }).waitFor();
  await stage.fill();
  const unlocking = new SignInPage(page).unlock(name, pin);
  unlocking.catch(() => undefined); // a refusal is looked at below
  const inside = page.getByRole('navigation');
  const end = await outcome(page, inside);
  const again = async (): Promise<void> => {
    if (end !== 'done') await pressAgain(page, inside, () => new SignInPage(page).typePin(name, pin));
    await shell.isShown();
  };
  return { end, again };
}

const JOURNAL_DRAFT = '018f0000-0000-7000-8000-00000000f011';
const DRAFT_LETTERS = 200_000;

/** A long form that is saved again and again leaves dead frames until the journal is written anew, on a full disk. */
async function journalOnFull(stage: Stage): Promise<After> {
  const worker = await dataWorkerOf(stage.app.page);
  const save = (n: number): Promise<unknown> =>
    command(worker, 'draft.save', {
      id: JOURNAL_DRAFT,
      kind: 'case',
      content: { facts: `${String(n)}${'长'.repeat(DRAFT_LETTERS)}` },
    });
  for (let n = 0; n < 2; n += 1) await save(n);
  const saving = (async (): Promise<void> => {
    for (let n = 2; n < 12; n += 1) await save(n);
  })();
  saving.catch(() => undefined); // refused while there is no room
  await pause(stage.random.below(120));
  await stage.fill();
  await saving.catch(() => undefined);
  return {
    end: 'done',
    again: async () => {
      // A store that hangs is replaced after some late calls; then the worker is another one.
      await expect(async () => {
        const current = await dataWorkerOf(stage.app.page);
        await command(current, 'draft.discard', { id: JOURNAL_DRAFT });
      }).toPass({ timeout: 90_000 });
    },
  };
}

/** Every point of the work at which the disk is filled. */
export const MOMENTS: readonly Moment[] = [
  { name: 'before a shop is saved', do: (stage) => saveOnFull(stage) },
  { name: 'just as a shop is saved', do: (stage) => saveOnFull(stage, stage.random.below(40)) },
  { name: 'before the PIN is typed', do: unlockOnFull },
  { name: 'while a form is written', do: writeOnFull },
  { name: 'between form and photo', do: (stage) => photoOnFull(stage) },
  { name: 'while a photo is written', do: (stage) => photoOnFull(stage, stage.random.below(250)) },
  { name: 'before an inspection is submitted', do: (stage) => submitOnFull(stage) },
  { name: 'just as an inspection is submitted', do: (stage) => submitOnFull(stage, stage.random.below(60)) },
  { name: 'before a case is opened', do: caseOnFull },
  { name: 'before a notice is issued', do: (stage) => issueOnFull(stage) },
  { name: 'while a notice is issued', do: (stage) => issueOnFull(stage, stage.random.below(900)) },
  { name: 'while records go up', do: (stage) => goesUp(stage, 'records') },
  { name: 'while photos go up', do: (stage) => goesUp(stage, 'photos') },
  { name: 'before records come down', do: (stage) => comesDown(stage, 'before') },
  { name: 'while records come down', do: (stage) => comesDown(stage, 'during') },
  { name: 'while the outbox rotates', onlyWhole: true, do: (stage) => goesUp(stage, 'rotation') },
  { name: 'while the journal is written anew', onlyWhole: true, do: journalOnFull },
  ...MOMENTS_AT_START,
];
