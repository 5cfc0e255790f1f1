import { expect, type Page } from '@playwright/test';

import { signin } from '#renderer/app/language/zh/signin.ts';

import { Shell } from './Shell.ts';

/** Everything before the app: sign-in with a password, setting a PIN, unlocking with it. */
export class SignInPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Signs in at the server and sets a PIN where none is set. */
  async signIn(user: string, password: string, pin: string): Promise<Shell> {
    await this.submitPassword(user, password);
    await this.page.getByLabel(signin.newPin).fill(pin);
    await this.page.getByLabel(signin.repeatPin).fill(pin);
    await this.page.getByRole('button', { name: signin.savePin }).click();
    return this.entered();
  }

  /** Types user and password and sends them; what follows is up to the caller. */
  async submitPassword(user: string, password: string): Promise<void> {
    const usePassword = this.page.getByRole('button', { name: signin.usePassword });
    const userField = this.page.getByLabel(signin.user);
    await expect(usePassword.or(userField)).toBeVisible();
    if (await usePassword.isVisible()) await usePassword.click();
    await userField.fill(user);
    await this.page.getByLabel(signin.password, { exact: true }).fill(password);
    await this.page.getByRole('button', { name: signin.signIn, exact: true }).click();
  }

  /** Unlocks with the PIN of a person who is known on this machine. */
  async unlock(name: string, pin: string): Promise<Shell> {
    await this.typePin(name, pin);
    return this.entered();
  }

  /** Chooses a person, types the PIN and sends it; what follows is up to the caller. */
  async typePin(name: string, pin: string): Promise<void> {
    await this.page.getByRole('radio', { name }).click();
    await this.page.getByLabel(signin.pin, { exact: true }).fill(pin);
    await this.page.getByRole('button', { name: signin.unlock }).click();
  }

  /** The message that stands above the button after a refusal. */
  get refusal(): ReturnType<Page['getByRole']> {
    return this.page.getByRole('alert');
  }

  private async entered(): Promise<Shell> {
    const shell = new Shell(this.page);
    await shell.isShown();
    return shell;
  }
}
