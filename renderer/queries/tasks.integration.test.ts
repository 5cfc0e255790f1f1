import { afterEach, beforeEach, expect, it } from 'vitest';

import { XunzhiDatabase, type InspectionRow, type SiteRow } from '#renderer/data/tables.ts';
import type { TaskPlan } from '#shared/events/taskEvents.ts';
import { anOfficer, aPlan, aSite, aUuid, ORG } from '#shared/testing/builders.ts';

import { taskProgressIn, type PlannedTask } from './tasks.ts';

let db: XunzhiDatabase;
beforeEach(async () => {
  db = new XunzhiDatabase(`tasks ${String(Math.random())}`);
  await db.open();
});
afterEach(() => db.delete());

function aRow(n: number, change: Partial<SiteRow> = {}): SiteRow {
  const { siteId: _siteId, ...shop } = aSite({ address: `大道${String(n)}号` });
  return { ...shop, id: aUuid(n), org: ORG, register: 'shop', state: 'open', initials: '', ...change };
}

function inspected(site: SiteRow, submittedAt: string): InspectionRow {
  return {
    ...{ id: aUuid(Number(site.address.replaceAll(/\D/g, '')) + 100), org: ORG, siteId: site.id, by: 'li', photos: [] },
    ...{ checklist: 'menqian-sanbao', checklistVersion: 1, site: aSite({ siteId: site.id }), officer: anOfficer() },
    ...{ startedAt: submittedAt, submittedAt, answers: [], scoreTenths: 1000, vetoed: false, proves: [], amounts: {} },
  };
}

function aTask(change: Partial<TaskPlan> = {}): PlannedTask {
  const plan = aPlan(change);
  return { id: aUuid(6), org: ORG, by: 'zhou', plan, assignees: ['chen'], state: 'open', handovers: [] };
}

it('reads the register of the streets, whatever state its things are in, and the inspections of the days alone', async () => {
  const [first, second, closed] = [aRow(11), aRow(12), aRow(13, { state: 'closed' })];
  const elsewhere = [aRow(14, { street: '420202001' }), aRow(15, { register: 'ad' })];
  await db.sites.bulkPut([first, second, closed, ...elsewhere]);
  await db.inspections.bulkPut([
    inspected(first, '2024-03-03T16:00:00.000Z'),
    inspected(second, '2024-03-08T16:00:00.000Z'),
    inspected(closed, '2024-03-08T15:59:59.999Z'),
  ]);
  const { open, done } = await taskProgressIn(db, aTask());
  expect(open.map(({ id }) => id)).toEqual([second.id]);
  expect(done.map(({ site }) => site.id).sort()).toEqual([first.id, closed.id].sort());
});

it('takes named sites that are still there', async () => {
  await db.sites.bulkPut([aRow(11), aRow(12)]);
  const { open } = await taskProgressIn(db, aTask({ siteIds: [aUuid(12), aUuid(99)] }));
  expect(open.map(({ id }) => id)).toEqual([aUuid(12)]);
});
