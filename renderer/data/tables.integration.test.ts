import { Dexie } from 'dexie';
import { expect, it } from 'vitest';

import { XunzhiDatabase } from './tables.ts';

it('a store of before there was a print queue keeps everything and gets the table', async () => {
  const name = 'xunzhi-before-prints';
  const before = new Dexie(name);
  before.version(2).stores({ events: 'id', meta: 'key', drafts: 'id, kind' });
  await before.table('meta').put({ key: 'device', value: { id: 'kept' } });
  before.close();

  const now = new XunzhiDatabase(name);
  expect(await now.prints.where('state').equals('waiting').count()).toBe(0);
  expect(await now.meta.get('device')).toEqual({ key: 'device', value: { id: 'kept' } });
  await now.delete();
});

it('a store of before there were registers keeps its shops and finds them by their register once they are folded again', async () => {
  const name = 'xunzhi-before-registers';
  const before = new Dexie(name);
  before.version(3).stores({
    events: 'id',
    sites: 'id, name',
    inspections: 'id, siteId, submittedAt',
    cases: 'id, foundAt, *receipts',
    meta: 'key',
  });
  const shop = {
    id: 'a',
    org: 'hsg',
    name: '店',
    operator: '王',
    initials: 'd w',
    address: '路',
    division: '',
    street: '',
  };
  await before.table('sites').put(shop);
  before.close();

  const now = new XunzhiDatabase(name);
  expect(await now.sites.get('a')).toEqual(shop);
  const inRegister = (): Promise<number> =>
    now.sites.where('[register+name]').between(['shop', Dexie.minKey], ['shop', Dexie.maxKey]).count();
  expect(await inRegister()).toBe(0);
  await now.sites.put({ ...shop, register: 'shop', state: 'open' });
  expect(await inRegister()).toBe(1);
  expect(await now.cases.where('[procedure+acceptedOn]').above(['', '']).count()).toBe(0);
  expect(await now.table('indicators').count()).toBe(0);
  await now.delete();
});
