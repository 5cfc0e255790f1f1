import { signin } from '#renderer/app/language/zh/signin.ts';

import { launchApp, type LaunchOptions } from '../../fixtures/app.ts';
import { PEOPLE, type SignedIn } from '../../fixtures/world.ts';
import { SignInPage } from '../../pages/SignInPage.ts';

/** A start on a profile that somebody uses already, and how long it took until the PIN could be typed. */
export type TimedStart = SignedIn & { readonly startMs: number };

const WITHIN_MS = 60_000;

/** Starts the app on its profile and unlocks it; the unlock screen shows once the journal is replayed. */
export async function startAgain(options: LaunchOptions): Promise<TimedStart> {
  const startedMs = performance.now();
  const app = await launchApp(options);
  await app.page.getByRole('button', { name: signin.unlock }).waitFor({ timeout: WITHIN_MS });
  const startMs = performance.now() - startedMs;
  const { name, pin } = PEOPLE.officer;
  return { ...app, startMs, shell: await new SignInPage(app.page).unlock(name, pin) };
}
