import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { TaskPlan } from '#shared/events/taskEvents.ts';
import { aPlan } from '#shared/testing/builders.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aHub } from './world.ts';

let hub: Hub;
let zhou: TestWorker;
let chen: TestWorker;
let lin: TestWorker;

beforeAll(async () => {
  hub = await aHub();
  zhou = await aWorker({ hub, user: 'zhou.min', known: ['lin.fang'] });
  chen = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  lin = await aWorker({ hub, user: 'lin.fang' });
});
afterAll(async () => {
  await Promise.all([zhou.close(), chen.close(), lin.close()]);
  await hub.close();
});

const plan = (change: Partial<TaskPlan> = {}): TaskPlan => aPlan({ assignees: ['chen.wei'], ...change });
const OPEN = { done: 1, total: 3, sites: [] };

async function codeOf(answer: ReturnType<TestWorker['send']>): Promise<unknown> {
  const told = await answer;
  return told.ok ? 'ok' : told.error.code;
}

async function everybody(...workers: readonly TestWorker[]): Promise<void> {
  for (const worker of workers) await worker.sync();
}

describe('a patrol', () => {
  it('is planned by who leads, with a checklist that fits the register and people of the organisation', async () => {
    expect(await codeOf(chen.send('task.plan', plan()))).toBe('role_forbidden');
    expect(await codeOf(zhou.send('task.plan', plan({ register: 'manhole' })))).toBe('no_checklist');
    expect(await codeOf(zhou.send('task.plan', plan({ assignees: ['he.jun'] })))).toBe('unknown_colleague');
    expect(await codeOf(zhou.send('task.plan', plan()))).toBe('ok');
  });

  it('goes from hand to hand over the server, and is read by whom it went to', async () => {
    const { taskId } = await zhou.do('task.plan', plan());
    await everybody(zhou, chen);
    const part = { taskId, ...OPEN };
    expect(await codeOf(lin.send('task.handOver', { to: 'chen.wei', note: '', tasks: [part], cases: [] }))).toBe(
      'unknown_task',
    );
    expect(await codeOf(chen.send('task.handOver', { to: 'chen.wei', note: '', tasks: [part], cases: [] }))).toBe(
      'handed_to_oneself',
    );
    expect(await codeOf(chen.send('task.handOver', { to: 'lin.fang', note: '', tasks: [], cases: [] }))).toBe(
      'nothing_handed_over',
    );
    await chen.do('task.handOver', { to: 'lin.fang', note: '下午再去', tasks: [part], cases: [] });
    expect(await chen.ctx.db.tasks.get(taskId)).toMatchObject({ assignees: ['lin.fang'] });
    expect(await codeOf(chen.send('task.handOver', { to: 'lin.fang', note: '', tasks: [part], cases: [] }))).toBe(
      'task_of_others',
    );
    await everybody(chen, lin);
    const got = (await lin.ctx.db.tasks.get(taskId))?.handovers[0];
    expect(got).toMatchObject({ by: 'chen.wei', note: '下午再去', done: 1, total: 3 });
    await lin.do('task.receive', { shift: got?.shift ?? '' });
    await everybody(lin, zhou);
    expect((await zhou.ctx.db.tasks.get(taskId))?.handovers[0]?.receivedAt).toBeDefined();
  });

  it('ends once, and takes no more after that', async () => {
    const { taskId } = await zhou.do('task.plan', plan());
    await everybody(zhou, chen);
    await zhou.do('task.end', { taskId, as: 'cancelled', reason: '下雨' });
    await chen.do('task.end', { taskId, as: 'done', reason: '查完' });
    await everybody(zhou, chen, zhou);
    for (const worker of [zhou, chen])
      expect(await worker.ctx.db.tasks.get(taskId)).toMatchObject({ state: 'cancelled', ended: { reason: '下雨' } });
    expect(await codeOf(zhou.send('task.reassign', { taskId, assignees: ['lin.fang'] }))).toBe('task_ended');
  });
});

it('a shift without a task leaves its note, in a stream of its own', async () => {
  await chen.do('task.handOver', { to: 'lin.fang', note: '钥匙在抽屉', tasks: [], cases: [] });
  await everybody(chen, lin);
  const rows = await lin.ctx.db.tasks.toArray();
  const alone = rows.find(({ plan: planned }) => planned === undefined);
  expect(alone?.handovers).toMatchObject([{ to: 'lin.fang', note: '钥匙在抽屉', cases: [] }]);
});
