import { diskWords } from '#renderer/app/language/zh/disk.ts';
import { signin } from '#renderer/app/language/zh/signin.ts';

import { launchApp, type RunningApp } from '../../fixtures/app.ts';
import { PEOPLE, type SignedIn } from '../../fixtures/world.ts';
import { Shell } from '../../pages/Shell.ts';
import { SignInPage } from '../../pages/SignInPage.ts';

import { fillShop, nameOf, outcome, pressAgain, register, saveShop, shopHeading } from './deeds.ts';
import type { After, Moment } from './moment.ts';
import { within } from './said.ts';
import type { Stage } from './stage.ts';
import { storeFiles } from './storeDoors.ts';

/** Long enough that an app which opened its store would have done so. */
const LOOK_FOR_MS = 6_000;

/** Starts on a full disk. Where even the reserve is gone the store must stay closed until there is room. */
async function startOnFull(stage: Stage): Promise<After> {
  await register(stage, nameOf(stage, '关机店'));
  await stage.app.close();
  await stage.fill();
  const before = storeFiles(stage.launch.profile ?? '');
  const running = await launchApp(stage.launch);
  const { page } = running;
  const unlock = page.getByRole('button', { name: signin.unlock });
  const waits = page.getByText(diskWords.waiting);
  await within(LOOK_FOR_MS * 5, async () => (await unlock.isVisible()) || (await waits.isVisible()));
  const isWaiting = await waits.isVisible();
  if (isWaiting) {
    await within(LOOK_FOR_MS, () => unlock.isVisible());
    if (storeFiles(stage.launch.profile ?? '') !== before) throw new Error('the store was opened on a full disk');
  }
  const again = async (): Promise<void> => {
    stage.app = await enter(running);
  };
  stage.app = { ...running, shell: stage.app.shell };
  return { end: isWaiting ? 'refused' : 'done', again };
}

/** The app is killed on the full disk in the middle of saving, and started there. */
async function killedOnFull(stage: Stage): Promise<After> {
  const name = nameOf(stage, '断电店');
  await fillShop(stage, name);
  await stage.fill();
  await saveShop(stage);
  const end = await outcome(stage.app.page, shopHeading(stage, name));
  if (end === 'done') stage.ledger.acknowledge('shop', name);
  else stage.ledger.leaveOpen('shop', name);
  await stage.app.kill();
  const running = await launchApp(stage.launch);
  stage.app = { ...running, shell: stage.app.shell };
  const again = async (): Promise<void> => {
    stage.app = await enter(running);
  };
  return { end: 'done', again };
}

/** The person closes the app on the full disk; it is started when there is room. */
async function closedOnFull(stage: Stage): Promise<After> {
  await register(stage, nameOf(stage, '下班店'));
  await stage.fill();
  await stage.app.close();
  const again = async (): Promise<void> => {
    stage.app = await enter(await launchApp(stage.launch));
  };
  return { end: 'done', again };
}

/** Types the PIN once it can be, and again where an app that began on a full disk notices only then that it lost its store. */
async function enter(running: RunningApp): Promise<SignedIn> {
  const { page } = running;
  const { name, pin } = PEOPLE.officer;
  await page.getByRole('button', { name: signin.unlock }).waitFor({ timeout: 40_000 });
  await pressAgain(page, page.getByRole('navigation'), () => new SignInPage(page).typePin(name, pin));
  return { ...running, shell: new Shell(page) };
}

export const MOMENTS_AT_START: readonly Moment[] = [
  { name: 'at the start', do: startOnFull },
  // Alone it acknowledges nothing that could be lost.
  { name: 'when the app is killed', onlyWhole: true, do: killedOnFull },
  { name: 'when the app is closed', do: closedOnFull },
];
