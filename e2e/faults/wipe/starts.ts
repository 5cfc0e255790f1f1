import { signin } from '#renderer/app/language/zh/signin.ts';

import { launchApp, type LaunchOptions, type RunningApp } from '../../fixtures/app.ts';
import { PEOPLE, type SignedIn } from '../../fixtures/world.ts';
import { SignInPage } from '../../pages/SignInPage.ts';

const WITHIN_MS = 90_000;
/** The app sets the store aside once; one that does so again and again does not come up. */
const MOST_STARTS = 3;

/** How the app came up: how often it ended by itself to set its store aside, and what it said before it did. */
export type RescuedStart = SignedIn & { readonly asides: number; readonly said: readonly string[] };

/**
 * Starts the app on a damaged profile as often as it ends itself, and unlocks it. The app does not start itself again
 * (`XUNZHI_RELAUNCH`), so that the next one is ours to look at.
 */
export async function startRescued(options: LaunchOptions): Promise<RescuedStart> {
  const said: string[] = [];
  for (let asides = 0; asides < MOST_STARTS; asides += 1) {
    const app = await launchApp({ ...options, env: { ...options.env, XUNZHI_RELAUNCH: 'no' } });
    if (await unlocksBeforeItEnds(app, said)) {
      const { name, pin } = PEOPLE.officer;
      return { ...app, asides, said, shell: await new SignInPage(app.page).unlock(name, pin) };
    }
  }
  throw new Error(`the app ended itself ${String(MOST_STARTS)} times`);
}

async function unlocksBeforeItEnds({ app, page }: RunningApp, said: string[]): Promise<boolean> {
  const ended = new Promise<false>((resolve) => {
    app.process().once('exit', () => {
      resolve(false);
    });
  });
  const alert = page.getByRole('alert').filter({ hasText: /./ }).first();
  void alert.waitFor({ timeout: WITHIN_MS }).then(
    async () => said.push(await alert.innerText().catch(() => '')),
    () => undefined, // it unlocks, or ends before it has anything to say
  );
  const unlocks = page
    .getByRole('button', { name: signin.unlock })
    .waitFor({ timeout: WITHIN_MS })
    .then(
      () => true as const,
      (error: unknown) => ended.then(() => Promise.reject(error instanceof Error ? error : new Error(String(error)))),
    );
  return Promise.race([ended, unlocks]);
}
