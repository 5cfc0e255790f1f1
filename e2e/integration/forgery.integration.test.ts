import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aLeaf, ask, writeLeaves } from './records.ts';
import { RestorableHub } from './restorable.ts';
import { registerShop, WORK } from './world.ts';

const COMPARE = '/_all_docs?limit=';

let hub: RestorableHub;
let chen: TestWorker;
let zhou: TestWorker;

beforeEach(async () => {
  hub = await RestorableHub.start();
  chen = await aWorker({ hub, user: 'chen.wei' });
  zhou = await aWorker({ hub, user: 'zhou.min' });
  await syncBoth(2);
});
afterEach(async () => {
  for (const worker of [chen, zhou]) await worker.close();
  await hub.close();
});

async function syncBoth(rounds = 1): Promise<void> {
  for (let round = 0; round < rounds; round += 1) for (const worker of [chen, zhou]) await worker.syncRecords();
}

/** The shop's only event as the server has it. */
async function eventOf(siteId: string): Promise<Record<string, unknown>> {
  const range = `startkey="site:${siteId}"&endkey="site:${siteId};"`;
  const { rows } = (await ask(hub, 'GET', `/${WORK}/_all_docs?include_docs=true&${range}`)) as {
    rows: { doc: Record<string, unknown> }[];
  };
  return rows[0]!.doc;
}

type Forging = (event: Record<string, unknown>) => object;
const forgedName = (event: Record<string, unknown>): object => ({
  data: { ...(event['data'] as object), name: '伪造店' },
});
/** Generation 1 with a hash that wins; generation 2 that wins whatever its hash; a child of the true body, which hides it. */
const FORGERIES: Readonly<Record<string, Forging>> = {
  'of the same generation': (event) => aLeaf(event, 1, 'f', forgedName(event)),
  'of a higher generation': (event) => aLeaf(event, 2, 'e', forgedName(event)),
  'that is a child of the true one': (event) => {
    const ids = ['d'.repeat(32), String(event['_rev']).split('-')[1]];
    return { ...event, ...forgedName(event), _rev: `2-${ids[0]!}`, _revisions: { start: 2, ids } };
  },
};

async function forge(siteId: string, forging: Forging): Promise<void> {
  const leaf = forging(await eventOf(siteId));
  // As any account can; what the server refuses comes from a time when its validation was lost.
  const refused = await ask(hub, 'POST', `/${WORK}/_bulk_docs`, { new_edits: false, docs: [leaf] });
  if (Array.isArray(refused) && refused.length > 0) await writeLeaves(hub, WORK, [leaf]);
}

/** What is wrong anywhere: everybody shows the true event, names the forgery, and did not compare ids to find it. */
async function falseViews(siteId: string, name: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const { ctx, line } of [chen, zhou]) {
    const user = ctx.session.profile?.user ?? '';
    const problems = ((await ctx.db.meta.get('problems'))?.value ?? []) as { code: string; subject: string }[];
    if (!problems.some(({ code, subject }) => code === 'forgery' && subject.includes(siteId)))
      wrong.push(`${user} does not report the forgery`);
    const shown = (await ctx.db.sites.get(siteId))?.name;
    if (shown !== name) wrong.push(`${user} shows ${String(shown)}`);
    if (line.asked.some(({ path }) => path.includes(WORK + COMPARE))) wrong.push(`${user} compared ids`);
    if ((await ctx.db.meta.get('restored')) !== undefined) wrong.push(`${user} saw a restored server`);
  }
  return wrong;
}

function forgetAsked(): void {
  for (const worker of [chen, zhou]) worker.line.asked.length = 0;
}

describe.each(Object.entries(FORGERIES))('a false leaf %s', (_kind, forging) => {
  it('is found beside the newest record', async () => {
    const id = await registerShop(chen, '示例真名店');
    await syncBoth(2);
    forgetAsked();
    await forge(id, forging);
    await syncBoth(2);
    expect(await falseViews(id, '示例真名店')).toEqual([]);
  });

  it('is found beside an older record, and known already when another one follows', async () => {
    const [first, second] = [await registerShop(chen, '示例旧店'), await registerShop(chen, '示例次旧店')];
    for (const name of ['示例甲店', '示例乙店']) await registerShop(zhou, name);
    await syncBoth(2);
    forgetAsked();
    await forge(first, forging);
    await syncBoth(2);
    await forge(second, forging);
    await syncBoth(2);
    expect(await falseViews(first, '示例旧店')).toEqual([]);
    expect(await falseViews(second, '示例次旧店')).toEqual([]);
  });

  it('is found when it was written before the record was read', async () => {
    const id = await registerShop(chen, '示例早伪店');
    await chen.syncRecords();
    forgetAsked();
    await forge(id, forging);
    await registerShop(chen, '示例后来店');
    await syncBoth(2);
    expect(await falseViews(id, '示例早伪店')).toEqual([]);
  });

  it('is found when it is written between the last page and the look at where the feed stands', async () => {
    const id = await registerShop(chen, '示例夹缝店');
    await syncBoth(2);
    forgetAsked();
    await registerShop(zhou, '示例他店');
    await zhou.syncRecords();
    const remote = chen.ctx.remote!;
    const json = remote.json.bind(remote);
    let isForged = false;
    vi.spyOn(remote, 'json').mockImplementation(async (path, options) => {
      if (!isForged && path.includes(WORK) && path.includes('descending=true')) {
        isForged = true;
        await forge(id, forging);
      }
      return json(path, options);
    });
    await chen.syncRecords();
    expect(isForged).toBe(true);
    await syncBoth(2);
    expect(await falseViews(id, '示例夹缝店')).toEqual([]);
  });
});

describe('an own record', () => {
  it('comes back with the feed without a compare of ids', async () => {
    for (let i = 0; i < 3; i += 1) {
      forgetAsked();
      await registerShop(chen, `示例自写店${String(i)}`);
      await syncBoth(2);
      for (const { line } of [chen, zhou]) expect(line.asked.filter(({ path }) => path.includes(COMPARE))).toEqual([]);
    }
  });
});
