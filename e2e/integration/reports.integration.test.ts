import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { CommandInput } from '#renderer/data/protocol.ts';

import type { Hub } from '../../scripts/hub/start.ts';
import { ServerClient } from '../../scripts/server-setup/client.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aHub } from './world.ts';

const PHONE = '13900001111';

let hub: Hub;
let clerk: TestWorker;
let officer: TestWorker;

beforeEach(async () => {
  hub = await aHub();
  clerk = await aWorker({ hub, user: 'nei.qin' });
  officer = await aWorker({ hub, user: 'chen.wei' });
  await clerk.sync();
  await officer.sync();
}, 60_000);
afterEach(async () => {
  await clerk.close();
  await officer.close();
  await hub.close();
});

function rowsOf(count: number): CommandInput<'report.import'>['rows'] {
  return Array.from({ length: count }, (_, n) => ({
    data: {
      kind: 'report' as const,
      source: 'hotline' as const,
      external: `RX-${String(n)}`,
      text: `第 ${String(n)} 件，回电${PHONE}`,
      place: { address: `示例路 ${String(n)} 号` },
      happenedAt: new Date(Date.now() - 3_600_000 * (n + 1)).toISOString(),
    },
    reporter: { name: '示例举报人', phone: PHONE },
  }));
}

async function ids(worker: TestWorker): Promise<readonly string[]> {
  return (await worker.ctx.db.reports.toArray()).map(({ id }) => id).sort();
}

describe('reports of a file', () => {
  it('are taken once, also when two devices take the same file in without knowing of each other', async () => {
    const leader = await aWorker({ hub, user: 'zhou.min' });
    await leader.sync();
    const rows = rowsOf(60);
    expect(await clerk.do('report.import', { rows })).toEqual({ taken: 60, known: 0 });
    expect(await clerk.do('report.import', { rows })).toEqual({ taken: 0, known: 60 });
    expect(await leader.do('report.import', { rows })).toEqual({ taken: 60, known: 0 });
    for (const worker of [clerk, leader, clerk]) await worker.sync();
    expect(await ids(clerk)).toHaveLength(60);
    expect(await ids(leader)).toEqual(await ids(clerk));
    await leader.close();
  }, 60_000);

  it('name their reporters to those who may know, and to nobody else', async () => {
    const refused = await officer.send('report.import', { rows: rowsOf(1) });
    expect(refused).toMatchObject({ ok: false, error: { code: 'role_forbidden', subject: 'reporter.named' } });
    await clerk.do('report.import', { rows: rowsOf(3) });
    await clerk.sync();
    await officer.sync();
    expect(await officer.ctx.db.reports.count()).toBe(3);
    expect(await officer.ctx.db.reporters.count()).toBe(0);
    expect(JSON.stringify(await officer.ctx.db.events.toArray())).not.toContain(PHONE);
    const reviewer = await aWorker({ hub, user: 'fang.zheng' });
    await reviewer.sync();
    expect(await reviewer.ctx.db.reporters.toArray()).toMatchObject([
      { phone: PHONE },
      { phone: PHONE },
      { phone: PHONE },
    ]);
    await reviewer.close();
  }, 60_000);
});

describe('the supervision brigade', () => {
  it('reads the reports of every organisation, writes none, and is kept from who reported', async () => {
    await clerk.do('report.import', { rows: rowsOf(2) });
    await clerk.sync();
    const brigade = await aWorker({ hub, user: 'du.cha' });
    await brigade.sync();
    await brigade.sync();
    expect(await ids(brigade)).toEqual(await ids(clerk));
    expect(await brigade.ctx.db.reporters.count()).toBe(0);
    expect(JSON.stringify(await brigade.ctx.db.events.toArray())).not.toContain(PHONE);
    const [reportId = ''] = await ids(brigade);
    const what = { step: 'reject', reason: '不属于本单位' } as const;
    const refused = await brigade.send('report.step', { reportId, what });
    expect(refused).toMatchObject({ ok: false, error: { code: 'role_forbidden', subject: 'report.triaged' } });

    // The server judges by itself, whatever an app lets through.
    const server = new ServerClient(hub.url.replace('//', '//du.cha:xunzhi-demo@'));
    for (const db of ['sealed-hsg', 'intake-hsg']) await server.expect([403], 'GET', `/${db}/_all_docs`);
    await server.expect([200], 'GET', '/work-hsg/_all_docs');
    const [event] = (await clerk.ctx.db.events.where('id').startsWith(`report:${reportId}:`).toArray()).map(
      (row) => row.event,
    );
    if (event === undefined) throw new Error('no event');
    const _id = event._id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const hash = `${_id.slice(-32)}${event.hash.slice(32)}`;
    const mine = { by: 'du.cha', role: 'hscg/supervisor', org: 'hscg', type: 'report.triaged' };
    const answer = await server.expect([403], 'PUT', `/work-hsg/${encodeURIComponent(_id)}`, {
      ...event,
      ...{ ...mine, _id, hash },
    });
    expect(answer.body).toMatchObject({ reason: 'type: supervisor may not write report.triaged' });
    await brigade.close();
  }, 60_000);
});

describe('what an outside system hands in', () => {
  it('is a report on the device of who takes it in, once; the system itself reads no work and nobody’s names', async () => {
    const admin = new ServerClient(hub.adminUrl);
    const account = { type: 'user', name: 'rexian', password: 'rexian-2026', roles: ['hsg/intake'] };
    await admin.expect([201], 'PUT', '/_users/org.couchdb.user:rexian', account);
    const system = new ServerClient(hub.url.replace('//', '//rexian:rexian-2026@'));
    const at = new Date(Date.now() - 60_000).toISOString();
    const said = { kind: 'intake', source: 'hotline', text: '垃圾没有人清', address: '示例路 8 号', happenedAt: at };
    const doc = { _id: 'intake:hotline:W-1', ...said, external: 'W-1', name: '示例来电人', phone: PHONE };
    await system.expect([201], 'PUT', '/intake-hsg/intake%3Ahotline%3AW-1', doc);
    await system.expect([201], 'PUT', '/intake-hsg/intake%3Ahotline%3AW-2', { ...doc, _id: 'intake:hotline:W-2' });
    for (const db of ['work-hsg', 'sealed-hsg', 'bureau']) await system.expect([403], 'GET', `/${db}/_all_docs`);
    await new ServerClient(hub.url.replace('//', '//chen.wei:xunzhi-demo@')).expect(
      [403],
      'GET',
      '/intake-hsg/_all_docs',
    );

    // Who was here before asks again a minute later; these two come to it anew.
    const leader = await aWorker({ hub, user: 'zhou.min' });
    const other = await aWorker({ hub, user: 'nei.qin' });
    for (const worker of [leader, other]) await worker.sync();
    for (const worker of [leader, other, officer]) await worker.sync();
    for (const worker of [leader, other, officer]) {
      const rows = await worker.ctx.db.reports.toArray();
      expect(rows.map(({ data }) => [data.external, data.text])).toEqual([['W-1', '垃圾没有人清']]);
    }
    expect(await other.ctx.db.reporters.toArray()).toMatchObject([{ name: '示例来电人', phone: PHONE }]);
    expect(await officer.ctx.db.reporters.count()).toBe(0);
    expect((await leader.ctx.db.meta.get('intakeBad'))?.value).toEqual(['intake:hotline:W-2']);
    await leader.close();
    await other.close();
  }, 60_000);
});

describe('a report', () => {
  it('is taken down by an officer without the name, taken on by the clerk, and goes its way in order', async () => {
    const { data } = rowsOf(1)[0] ?? { data: undefined };
    if (data === undefined) throw new Error('no row');
    const { reportId } = await officer.do('report.receive', { data, photos: [] });
    expect((await officer.ctx.db.reports.get(reportId))?.data.text).toBe('第 0 件，回电【号码已封存】');
    await officer.sync();
    await clerk.sync();
    const step = (what: CommandInput<'report.step'>['what']) => clerk.send('report.step', { reportId, what });
    const code = async (answer: ReturnType<typeof step>): Promise<string> => {
      const result = await answer;
      return result.ok ? 'ok' : result.error.code;
    };
    const answer = { step: 'answer', text: '已处理', way: 'phone' } as const;
    expect(await code(step({ step: 'dispatch', team: '一中队', note: '' }))).toBe('report_not_accepted');
    expect(await code(step({ step: 'accept', urgent: false, limit: 'none' }))).toBe('report_no_limit');
    expect(await code(step({ step: 'accept', urgent: true, limit: 'usual' }))).toBe('ok');
    expect(await code(step({ step: 'dispatch', note: '' }))).toBe('report_to_nobody');
    expect(await code(step({ step: 'dispatch', officer: 'he.jun', note: '' }))).toBe('report_to_nobody');
    expect(await code(step({ step: 'dispatch', officer: 'chen.wei', note: '' }))).toBe('ok');
    expect(await code(step(answer))).toBe('report_not_handled');
    expect(await code(step({ step: 'handle', result: '已处理', photos: [] }))).toBe('role_forbidden');
    await clerk.sync();
    await officer.sync();
    await officer.do('report.step', { reportId, what: { step: 'handle', result: '已处理', photos: [] } });
    await officer.sync();
    await clerk.sync();
    expect(await code(step(answer))).toBe('ok');
    expect(await code(step({ step: 'close', note: '' }))).toBe('ok');
    expect(await code(step({ step: 'merge', into: reportId, reason: '晚了' }))).toBe('report_closed');
    expect(await clerk.ctx.db.reports.get(reportId)).toMatchObject({
      state: 'closed',
      dispatch: { officer: { user: 'chen.wei' } },
    });
  }, 60_000);
});
