import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { JudgedBy } from '#renderer/data/projections/judgedBy.ts';
import { PROJECTED_TABLES, projectStreams } from '#renderer/data/projections/project.ts';
import { XunzhiDatabase, type CaseRow, type EventRow } from '#renderer/data/tables.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import type { EventData } from '#shared/events/registry.ts';
import { BUILT_IN_CALENDAR } from '#shared/kernel/workCalendar.ts';
import type { Indicator, Programme } from '#shared/programme/programme.ts';
import {
  anEvent,
  anOfficer,
  asBrigade,
  aSha,
  aSite,
  aUuid,
  CASE_STREAM,
  INSPECTION_STREAM,
  isoAt,
} from '#shared/testing/builders.ts';
import { STRUCTURE_TO_SERVED } from '#shared/testing/fileScripts.ts';
import { FileStory } from '#shared/testing/fileStory.ts';
import { aRegister } from '#shared/testing/registers.ts';

import { standingsIn } from './standings.ts';

const DERIVED = { unit: '', decimals: 0, direction: 'none', source: 'derived', evidenceRequired: false } as const;
const REGISTERS = [
  aRegister({
    id: 'ad',
    states: [
      { id: 'listed', name: '在册', tone: 'info' },
      { id: 'removed', name: '已拆除', tone: 'good', done: true },
    ],
  }),
];
const PLAN: Programme = {
  ...{ schema: 'xunzhi.programme.v1', year: 2024, version: 1, name: '计划', verification: 'proposal' },
  rows: [],
  indicators: [
    anIndicator('demolished', 'sum', { from: 'demolitions' }),
    anIndicator('covers', 'count', { from: 'inspections', measure: 'covers-replaced' }),
    anIndicator('ads', 'remaining', { from: 'clearing', register: 'ad' }),
  ],
};
const BY: JudgedBy = {
  calendar: BUILT_IN_CALENDAR,
  checklists: [
    {
      ...{ id: 'small', version: 1 },
      proofs: [
        {
          measure: 'covers-replaced',
          when: { when: 'answer', item: 'M9', isOneOf: ['pass'] },
          photos: ['X1', 'X2'],
        },
      ],
    },
  ],
};

function anIndicator(
  id: string,
  aggregation: Indicator['aggregation'],
  derived: NonNullable<Indicator['derived']>,
): Indicator {
  return { ...DERIVED, id, name: id, aggregation, derived };
}

function anInspection(checklistVersion: number): EventData<'inspection.submitted'> {
  const photo = (item: string, n: number) => ({ item, answer: 'not_checked' as const, photos: [aSha(n)] });
  return {
    ...{ checklist: 'small', checklistVersion, site: aSite(), officer: anOfficer(), scoreTenths: 1000, vetoed: false },
    ...{ startedAt: isoAt(0), submittedAt: isoAt(60) },
    answers: [{ item: 'M9', answer: 'pass', photos: [] }, photo('X1', 1), photo('X2', 2)],
  };
}

let db: XunzhiDatabase;

beforeEach(() => {
  db = new XunzhiDatabase(`standings-${String(Math.random())}`);
});

afterEach(async () => {
  await db.delete();
});

async function keep(events: readonly EventEnvelope[]): Promise<void> {
  const rows = events.map((event): EventRow => ({ id: event._id, db: 'case-hsgcg-2024', event }));
  await db.transaction('rw', [db.events, ...PROJECTED_TABLES.map((name) => db.table(name))], async () => {
    await db.events.bulkPut(rows);
    await projectStreams(db, new Set(events.map(({ stream }) => stream)), BY);
  });
}

async function actuals(): Promise<readonly (number | undefined)[]> {
  const standings = await standingsIn(db, PLAN, { year: 2024, today: '2024-12-31', registers: REGISTERS });
  return standings.map(({ standing }) => standing.actual);
}

describe('the board by the store', () => {
  it('has no data in an empty store', async () => {
    expect(await actuals()).toEqual([undefined, undefined, undefined]);
  });

  it('counts a demolition while the last word of the brigade accepts it', async () => {
    const story = new FileStory();
    for (const [act, by, days = 0] of STRUCTURE_TO_SERVED) story.wait(days).add(act, by);
    story.add('structure.demolished:self', 'chen');
    const head = story.events.at(-1)?._id ?? '';
    await keep(story.events);
    expect((await actuals())[0]).toBeUndefined();
    const said = (type: 'supervision.accepted' | 'supervision.returned', after: EventEnvelope, seconds: number) => {
      const at = new Date(Date.parse(after.wallAt) + seconds * 1000);
      const stamp = { at: `${String(at.getTime()).padStart(13, '0')}0000`, wallAt: at.toISOString() };
      const header = asBrigade({
        stream: CASE_STREAM,
        follows: head,
        rules: story.events.at(-1)?.rules ?? 1,
        ...stamp,
      });
      return type === 'supervision.accepted' ? anEvent(type, {}, header) : anEvent(type, { reason: '看不清' }, header);
    };
    const last = story.events.at(-1);
    if (last === undefined) throw new Error('the story is empty');
    const accepted = said('supervision.accepted', last, 60);
    await keep([accepted]);
    const area = (await db.cases.toArray())[0]?.file?.demolished?.areaE2;
    expect(area).toBeGreaterThan(0);
    expect((await actuals())[0]).toBe(area);
    await keep([said('supervision.returned', accepted, 60)]);
    expect((await actuals())[0]).toBeUndefined();
  });

  it('counts what an inspection proves by the version of its own checklist', async () => {
    await keep([anEvent('inspection.submitted', anInspection(2))]);
    expect((await actuals())[1]).toBeUndefined();
    const stream = `inspection:${aUuid(77)}`;
    await keep([anEvent('inspection.submitted', anInspection(1), { stream })]);
    expect((await actuals())[1]).toBe(1);
    expect((await db.inspections.get(INSPECTION_STREAM.slice(11)))?.proves).toEqual([]);
  });

  it('counts what is left of a register, and all cleared is zero', async () => {
    const site = (n: number, state: string) => {
      const more = { register: 'ad', state, fields: { clearing: 'yes' } };
      const { siteId: id, ...data } = aSite({ siteId: aUuid(n) });
      return { ...data, id, org: 'hsgcg', initials: '', ...more };
    };
    await db.sites.bulkPut([site(1, 'removed'), site(2, 'listed')]);
    expect((await actuals())[2]).toBe(1);
    await db.sites.bulkPut([site(2, 'removed')]);
    expect((await actuals())[2]).toBe(0);
  });
});

it('is not held up by cases that do not count', async () => {
  const row = (n: number): CaseRow =>
    ({
      id: aUuid(n),
      foundAt: isoAt(n),
      procedure: 'correction',
      acceptedOn: '2024-05-01',
      receipts: [],
    }) as unknown as CaseRow;
  await db.cases.bulkPut(Array.from({ length: 5000 }, (_, n) => row(n)));
  const reads: string[] = [];
  db.cases.hook('reading', (one: CaseRow) => {
    reads.push(one.id);
    return one;
  });
  expect((await actuals())[0]).toBeUndefined();
  expect(reads).toEqual([]);
});
