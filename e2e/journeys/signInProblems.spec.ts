import { expect, test } from '@playwright/test';

import { messageOf } from '#renderer/app/language/zh/errors.ts';

import { freshFolder, launchApp, type RunningApp } from '../fixtures/app.ts';
import { freePort, startHub, type RunningHub } from '../fixtures/hub.ts';
import { notCouchDb, selfSigned, withoutCors, type OddServer } from '../fixtures/oddServers.ts';
import { SignInPage } from '../pages/SignInPage.ts';

const PASSWORD = 'xunzhi-demo';

/** Tries to sign in at a server and checks the message; what was typed is still there. */
async function expectRefusal(server: string, code: string, user = 'chen.wei', password = PASSWORD): Promise<void> {
  const app = await launchApp({ server });
  try {
    await expectRefusalOn(app, code, user, password);
  } finally {
    await app.close();
  }
}

async function expectRefusalOn(app: RunningApp, code: string, user: string, password: string): Promise<void> {
  const signIn = new SignInPage(app.page);
  await signIn.submitPassword(user, password);
  await expect(signIn.refusal).toContainText(messageOf({ code }).what, { timeout: 45_000 });
  await expect(app.page.getByLabel('账号')).toHaveValue(user);
}

test.describe('each obstacle to signing in has its own message', () => {
  test('nobody listens', async () => {
    await expectRefusal(`http://127.0.0.1:${String(await freePort())}`, 'unreachable');
  });

  test('the name is unknown', async () => {
    await expectRefusal('https://xunzhi-hub.invalid:5984', 'name_not_found');
  });

  for (const [what, start, code] of [
    ['a certificate nobody vouches for', selfSigned, 'tls_error'],
    ['a server without CORS', withoutCors, 'no_cors'],
    ['a server that is not CouchDB', notCouchDb, 'not_couchdb'],
  ] as const) {
    test(what, async () => {
      const server: OddServer = await start();
      try {
        await expectRefusal(server.url, code);
      } finally {
        await server.stop();
      }
    });
  }
});

test.describe('the server refuses the account', () => {
  let hub: RunningHub;
  test.beforeAll(async () => {
    hub = await startHub(freshFolder('hub'));
  });
  test.afterAll(() => hub.stop());

  test('a wrong password, and the lock after too many: the time left counts down and nothing is sent', async () => {
    const app = await launchApp({ server: hub.url });
    const press = app.page.getByRole('button', { name: '登录', exact: true });
    try {
      await expectRefusalOn(app, 'wrong_password', 'he.jun', 'wrong');
      for (let tries = 2; tries <= 5; tries += 1) {
        await press.click();
        await expect(press).toBeEnabled();
        await expect(app.page.getByRole('alert')).toContainText(messageOf({ code: 'wrong_password' }).what);
      }
      await press.click();
      const notice = app.page.getByRole('alert');
      await expect(notice).toContainText(/账号暂时锁定，[45]:\d\d 后可以再试/);
      await expect(press).toBeDisabled();
      const shown = await notice.innerText();
      await expect(notice).not.toContainText(/[45]:\d\d/.exec(shown)?.[0] ?? '', { timeout: 4_000 });
      // Another account of the same office is not closed.
      await app.page.getByLabel('账号').fill('tang.li');
      await expect(press).toBeEnabled();
    } finally {
      await app.close();
    }
  });

  test('an account that only carries documents has no screen', async () => {
    await expectRefusal(hub.url, 'no_role', 'carrier');
  });

  test('an expired certificate of office is said, and closes what needs one', async () => {
    const app = await launchApp({ server: hub.url });
    try {
      await new SignInPage(app.page).signIn('guo.qi', PASSWORD, '1357');
      await expect(app.page.getByText('您的执法证已过有效期')).toBeVisible();
    } finally {
      await app.close();
    }
  });
});
