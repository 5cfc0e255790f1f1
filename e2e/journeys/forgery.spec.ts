import { expect, test } from '@playwright/test';

import { freshFolder } from '../fixtures/app.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { ServerAccount } from '../fixtures/server.ts';
import { launchAs } from '../fixtures/world.ts';
import { SitesPage } from '../pages/SitesPage.ts';

const TRUE_NAME = '示例真名店';
const WORK = 'work-hsg';

let hub: RunningHub;
test.beforeAll(async () => {
  hub = await startHub(freshFolder('hub'));
});
test.afterAll(() => hub.stop());

test('forged leaves are neutralised: every client shows the true event and reports the forgery', async () => {
  const author = await launchAs('officer', { server: hub.url });
  await author.shell.isInSync();
  const form = await author.shell.newSite();
  await form.register({
    name: TRUE_NAME,
    operator: '示例经营者',
    address: '示例路 3 号',
    division: '黄石港区',
    street: '沈家营',
  });
  await author.shell.isInSync();

  const carrier = new ServerAccount(hub.url, 'carrier');
  const event = (await carrier.documents(WORK)).find(
    (doc) => (doc['data'] as { name?: string } | undefined)?.name === TRUE_NAME,
  );
  expect(event).toBeDefined();
  const forged = (rev: string, start: number, name: string): Record<string, unknown> => ({
    ...event,
    _rev: `${String(start)}-${rev}`,
    _revisions: { start, ids: [rev] },
    data: { ...(event?.['data'] as object), name },
  });
  // Generation 1 beside the true leaf with a hash that wins, and generation 2, which wins whatever its hash.
  await carrier.writeLeaves(WORK, [
    forged('ffffffffffffffffffffffffffffffff', 1, '伪造一号'),
    forged('eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 2, '伪造二号'),
  ]);

  const reader = await launchAs('second', { server: hub.url });
  for (const client of [reader, author]) {
    await client.shell.goTo('sync');
    await expect(client.page.getByText('伪造报告')).toBeVisible({ timeout: 30_000 });
    await client.shell.goTo('sites');
    await expect(new SitesPage(client.page).site(TRUE_NAME)).toBeVisible();
    await expect(new SitesPage(client.page).site('伪造')).toHaveCount(0);
    await client.close();
  }
});

test('malformed and unknown documents are quarantined and shown, and sync goes on', async () => {
  const id = 'site:018f0000-0000-7000-8000-000000000001:17000000000000000:00000000000000000000000000000000';
  await withoutValidation(new ServerAccount(hub.url, 'admin'), [
    { _id: id, _rev: '1-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', kind: 'event', type: 'site.registered', data: { name: 7 } },
    { _id: 'mystery:1', _rev: '1-bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', kind: 'mystery' },
  ]);
  const reader = await launchAs('officer', { server: hub.url });
  await reader.shell.isInSync();
  await reader.shell.goTo('sync');
  const list = reader.page.getByRole('list', { name: '未完成的内容' });
  await expect(list.getByText(id)).toBeVisible();
  await expect(list.getByText('mystery:1')).toBeVisible();
  await expect(list.getByText('格式不对')).toBeVisible();
  await reader.close();
});

/** Writes documents as a server does whose validation was lost, then puts the validation back. */
async function withoutValidation(admin: ServerAccount, docs: readonly Record<string, unknown>[]): Promise<void> {
  const path = `/${WORK}/_design/access`;
  const { _rev, ...design } = (await admin.request('GET', path)) as { _rev: string };
  await admin.request('DELETE', `${path}?rev=${_rev}`);
  await admin.writeLeaves(WORK, docs);
  await admin.request('PUT', path, design);
}
