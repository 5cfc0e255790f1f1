import { afterEach, beforeEach, expect, it } from 'vitest';

import { XunzhiDatabase, type SiteRow } from '#renderer/data/tables.ts';
import { CaseLines } from '#renderer/queries/caseLines/engine.ts';
import { ALL_CASES, type CaseAnswer } from '#renderer/queries/caseLines/question.ts';
import type { Reader } from '#renderer/queries/caseLines/waits.ts';
import type { Told } from '#renderer/queries/lines/told.ts';
import { SiteLines } from '#renderer/queries/siteLines/engine.ts';
import type { SiteMatches } from '#renderer/queries/siteLines/siteIndex.ts';
import { ORG, START_MS } from '#shared/testing/builders.ts';
import { aRegister } from '#shared/testing/registers.ts';

import { caseRow } from '../bench/lists/listJobs.ts';

const LOAD = { from: 0, to: 60, seed: 'lines', org: ORG, nowMs: START_MS + 400 * 86_400_000 };
const READER: Reader = {
  ...{ user: 'chen', role: 'officer', org: ORG, nowMs: LOAD.nowMs, today: '2025-04-08' },
};

let db: XunzhiDatabase;
const told = new Map<number, Told<CaseAnswer | SiteMatches>>();

beforeEach(async () => {
  told.clear();
  db = new XunzhiDatabase(`lines-${String(Math.random())}`);
  await db.cases.bulkPut(Array.from({ length: 60 }, (_, place) => caseRow(place, LOAD)).flat());
});

afterEach(async () => {
  await db.delete();
});

const tell = (id: number, answer: Told<CaseAnswer | SiteMatches>): void => void told.set(id, answer);

function last(id: number): CaseAnswer | SiteMatches | undefined {
  const one = told.get(id);
  if (one !== undefined && 'problem' in one) throw new Error(one.problem);
  return one?.answer;
}

const ofCases = (id: number): CaseAnswer | undefined => last(id) as CaseAnswer | undefined;
const ofSites = (id: number): SiteMatches | undefined => last(id) as SiteMatches | undefined;

function aSite(n: number, over: Partial<SiteRow> = {}): SiteRow {
  return {
    ...{
      id: `s${String(n).padStart(3, '0')}`,
      org: ORG,
      name: `商户${String(n)}`,
      operator: '王芳',
      initials: `sh wf`,
    },
    ...{ address: '颐阳路', division: '420202', street: '420202007', register: 'shop', state: 'open', ...over },
  };
}

it('answers with the first lines and how many there are, and again when a case is written, by question', async () => {
  const lines = new CaseLines(db.cases, READER, tell);
  lines.questions.ask(1, { ...ALL_CASES, sort: 'newest', most: 5 });
  lines.questions.ask(2, { stages: ['archived'], most: 5 });
  await expect.poll(() => ofCases(1)?.count).toBe(60);
  const newest = (await db.cases.orderBy('foundAt').reverse().limit(5).toArray()).map(({ id }) => id);
  expect(ofCases(1)?.lines.map(({ id }) => id)).toEqual(newest);
  expect(ofCases(1)?.orgs).toEqual([ORG]);
  const before = ofCases(2)?.count ?? 0;
  const [first] = await db.cases
    .where('id')
    .equals(newest[0] ?? '')
    .toArray();
  await db.cases.put({ ...first!, stage: 'archived', title: '改过的' });
  await expect.poll(() => ofCases(2)?.count).toBe(before + 1);
  await expect.poll(() => ofCases(1)?.lines[0]?.title).toBe('改过的');
  lines.questions.end(1);
  await db.cases.delete(newest[1] ?? '');
  await expect.poll(() => ofCases(2)?.total).toBe(59);
  expect(ofCases(1)?.total).toBe(60);
});

it('finds out again what is due and what waits when the day or the reader is another', async () => {
  const lines = new CaseLines(db.cases, { ...READER, today: '2024-03-05', nowMs: START_MS + 86_400_000 }, tell);
  lines.questions.ask(1, { ...ALL_CASES, overdue: true, most: 100 });
  lines.questions.ask(2, { ...ALL_CASES, show: 'todo', most: 100 });
  await expect.poll(() => ofCases(1)?.count).toBeDefined();
  const early = ofCases(1)?.count ?? 0;
  lines.setReader(READER);
  await expect.poll(() => ofCases(1)?.count ?? 0).toBeGreaterThan(early);
  expect(ofCases(2)?.count).toBeGreaterThan(0);
  lines.setReader({ ...READER, org: 'other' });
  await expect.poll(() => ofCases(2)?.count).toBe(0);
  expect(ofCases(1)?.count).toBe(0);
});

it('narrows sites to registers and states, follows changes, withdrawals and other files of registers', async () => {
  await db.sites.bulkPut([
    aSite(1),
    aSite(2, { state: 'closed' }),
    aSite(3, { register: 'manhole', fields: { kind: 'rain' } }),
  ]);
  const lines = new SiteLines(db.sites, [], tell);
  lines.questions.ask(1, { query: '', registers: ['shop'], state: 'open', most: 10 });
  lines.questions.ask(2, { query: '雨水', most: 10 });
  await expect.poll(() => ofSites(1)?.rows.map(({ name }) => name)).toEqual(['商户1']);
  expect(ofSites(2)?.matching).toBe(0);
  lines.setRegisters([aRegister()]);
  await expect.poll(() => ofSites(2)?.matching).toBe(1);
  await db.sites.put(aSite(2, { state: 'open', name: '改名' }));
  await expect.poll(() => ofSites(1)?.rows.map(({ name }) => name)).toEqual(['商户1', '改名']);
  await db.sites.bulkDelete(['s001']);
  await expect.poll(() => ofSites(1)?.rows.map(({ name }) => name)).toEqual(['改名']);
});
