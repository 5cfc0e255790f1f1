import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { CommandInput } from '#renderer/data/protocol.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { importPhotos } from './photoWork.ts';
import { aHub, aShop } from './world.ts';

type Opening = Omit<CommandInput<'file.open'>, 'second'>;

const CITY = '黄石市城市管理执法委员会（示例）';
const NEIGHBOUR = '西塞山区城市管理执法局（示例）';
const ARTICLE = '行政处罚法 §22';

let hub: Hub;
let chen: TestWorker;
let photo: string;

beforeEach(async () => {
  hub = await aHub();
  chen = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  await chen.sync();
  [photo = ''] = await importPhotos(chen, [30_000]);
});
afterEach(async () => {
  await chen.close();
  await hub.close();
});

/** A file of a shop in Huangshigang, or over the boundary in Xisaishan. */
async function anOpening(place: 'here' | 'there', file: Partial<Opening> = {}): Promise<Opening> {
  const there = { division: '420203', street: '420203007' };
  const { siteId } = await chen.do('site.register', { ...aShop(), ...(place === 'there' ? there : {}) });
  const facts = '门前堆放物料（示例）';
  return { procedure: 'ordinary', source: 'patrol', siteId, matter: 'MQ-04', facts, photos: [photo], ...file };
}

describe('power over a matter', () => {
  it.each(['spot', 'structure'] as const)('is needed to open a file: %s', async (procedure) => {
    const matter = procedure === 'structure' ? 'WJ-01' : 'MQ-04';
    const second = chen.second('lin.fang');
    const refused = await chen.send('file.open', { ...(await anOpening('there', { procedure, matter })), second });
    const subject = `${NEIGHBOUR}|${CITY}`;
    expect(refused).toEqual({ ok: false, error: { code: 'out_of_power', article: ARTICLE, subject } });
    const opened = await chen.send('file.open', { ...(await anOpening('here', { procedure, matter })), second });
    expect(opened.ok).toBe(true);
  });

  it('is needed to penalise on the spot, and nothing is written without it', async () => {
    const { procedure: _, ...file } = await anOpening('there', { matter: 'MQ-14' });
    const decision = { told: { objection: 'none' as const }, penalty: { warning: true, fineFen: 0 } };
    const refused = await chen.send('spot.decide', { ...file, ...decision, second: chen.second('lin.fang') });
    expect(refused).toMatchObject({ ok: false, error: { code: 'out_of_power' } });
    expect(await chen.ctx.db.cases.count()).toBe(0);
  });

  it('says when nobody on the list has it', async () => {
    const file = await anOpening('here', { procedure: 'structure', matter: 'WJ-06' });
    const refused = await chen.send('file.open', { ...file, second: chen.second('lin.fang') });
    expect(refused).toEqual({ ok: false, error: { code: 'out_of_power', article: ARTICLE, subject: '' } });
  });

  it('is not needed for a clue, but to file it', async () => {
    const second = chen.second('lin.fang');
    const file = async (place: 'here' | 'there'): Promise<unknown> => {
      const { caseId } = await chen.do('file.open', { ...(await anOpening(place)), second });
      await chen.sync();
      const zhou = await aWorker({ hub, user: 'zhou.min' });
      const ju = await aWorker({ hub, user: 'ju.an' });
      await zhou.sync();
      const officers = [
        { user: 'chen.wei', name: '陈伟（示例）', certificate: '示例420202001' },
        { user: 'lin.fang', name: '林芳（示例）', certificate: '示例420202002' },
      ];
      await zhou.do('act.take', { caseId, act: 'case.assigned', data: { officers }, anyway: false });
      await zhou.sync();
      await ju.sync();
      const data = { matter: 'MQ-04', graveHarm: false, text: '同意立案（示例）' };
      const answer = await ju.send('act.take', { caseId, act: 'case.filed', data, anyway: false });
      const filed = (await ju.ctx.db.cases.get(caseId))?.file?.filed;
      await zhou.close();
      await ju.close();
      return answer.ok ? filed?.power : answer.error;
    };
    expect(await file('there')).toEqual({ code: 'out_of_power', article: ARTICLE, subject: `${NEIGHBOUR}|${CITY}` });
    expect(await file('here')).toEqual({ org: 'hsg', by: 'own', reference: '示例文〔2020〕2号' });
  });
});
