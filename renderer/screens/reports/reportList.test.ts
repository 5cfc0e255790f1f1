import { describe, expect, it } from 'vitest';

import type { ReportRow } from '#renderer/queries/reports.ts';
import { DEFAULT_LIMITS } from '#shared/catalogue/limitFile.ts';
import { BUILT_IN_CALENDAR } from '#shared/kernel/workCalendar.ts';
import type { ReportStage } from '#shared/report/state.ts';

import { emptyReport, errorsOf, localMinute, reportInputOf } from './reportForm.ts';
import { entriesOf, isInTab, matchesReport } from './reportList.ts';

const CATALOGUE = { limits: DEFAULT_LIMITS, calendar: BUILT_IN_CALENDAR };
const NOW = Date.parse('2026-03-06T12:00:00+08:00');

function aRow(id: string, state: ReportStage, receivedAt: string, external = id): ReportRow {
  const data = { kind: 'report', source: 'grid', external, text: '道路不洁', place: { address: '示例路' } } as const;
  const times = { happenedAt: receivedAt, receivedAt };
  return { id, org: 'hsg', by: 'a', state, receivedAt, data: { ...data, ...times, photos: [] }, steps: [] };
}

const LATE = aRow('late', 'new', '2026-03-02T01:00:00.000Z');
const TODAY = aRow('today', 'new', '2026-03-06T01:00:00.000Z');
const DONE = aRow('done', 'closed', '2026-03-05T01:00:00.000Z');

describe('the list', () => {
  const entries = entriesOf([DONE, TODAY, LATE], CATALOGUE, NOW);

  it('has the most urgent first and what is over last', () => {
    expect(entries.map(({ row }) => row.id)).toEqual(['late', 'today', 'done']);
  });

  it('puts what was taken on as urgent before all else that waits', () => {
    const limit = { id: 'x', name: 'x', count: 1, unit: 'work_day', dueAt: '2026-03-20T01:00:00.000Z' } as const;
    const urgent: ReportRow = {
      ...aRow('urgent', 'dispatched', '2026-03-06T02:00:00.000Z'),
      triage: { verdict: 'accepted', urgent: true, limit },
    };
    expect(entriesOf([DONE, TODAY, LATE, urgent], CATALOGUE, NOW).map(({ row }) => row.id)).toEqual([
      ...['urgent', 'late', 'today', 'done'],
    ]);
  });

  it('says which are late', () => {
    expect(entries.filter((entry) => isInTab(entry, 'late')).map(({ row }) => row.id)).toEqual(['late']);
    expect(entries.filter((entry) => isInTab(entry, 'open'))).toHaveLength(2);
    expect(entries.filter((entry) => isInTab(entry, 'done'))).toHaveLength(1);
  });

  it('is narrowed by source and words', () => {
    const found = (source: 'all' | 'drone', text: string): number =>
      entries.filter((entry) => matchesReport(entry, { source, text })).length;
    expect([found('all', 'LATE'), found('all', '不洁'), found('drone', ''), found('all', '别处')]).toEqual([
      1, 3, 0, 0,
    ]);
    const of = (org: string): number =>
      entries.filter((entry) => matchesReport(entry, { source: 'all', text: '', org })).length;
    expect([of(''), of('hsg'), of('xss')]).toEqual([3, 3, 0]);
  });
});

describe('the form', () => {
  const empty = emptyReport(NOW);
  const good = { ...empty, source: 'grid', text: '道路不洁', address: '示例路', name: '张三' } as const;

  it('asks for what is needed, of a visit for more', () => {
    expect(Object.keys(errorsOf(empty, NOW)).sort()).toEqual(['address', 'source', 'text']);
    expect(errorsOf(good, NOW)).toEqual({});
    expect(Object.keys(errorsOf({ ...good, kind: 'visit' }, NOW)).sort()).toEqual(['community', 'headcount', 'topic']);
    expect(errorsOf({ ...good, happened: localMinute(NOW + 60_000) }, NOW)).toHaveProperty('happened');
  });

  it('leaves the reporter out where the person may not know it', () => {
    expect(reportInputOf(good, [], true).reporter).toEqual({ name: '张三', phone: '' });
    expect(JSON.stringify(reportInputOf(good, [], false))).not.toContain('张三');
  });
});
