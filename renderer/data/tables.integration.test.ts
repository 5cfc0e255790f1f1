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
