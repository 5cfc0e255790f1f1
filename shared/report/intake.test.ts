import { expect, it } from 'vitest';

import { readIntake } from './intake.ts';

const NOW = Date.parse('2026-03-05T04:00:00.000Z');

function aDoc(changes: object = {}): object {
  const said = { text: '道路不洁', address: '示例路 1 号', happenedAt: '2026-03-05T09:30:00+08:00' };
  return { _id: 'intake:hotline:A1', kind: 'intake', source: 'hotline', external: 'A1', ...said, ...changes };
}

it('becomes a report, its reporter apart', () => {
  const where = { lon: 115.048, lat: 30.22, crs: 'GCJ02', name: '张三', phone: '13900001111', more: true };
  expect(readIntake(aDoc(where), NOW)).toEqual({
    ok: true,
    value: {
      data: {
        kind: 'report',
        ...{ source: 'hotline', external: 'A1', text: '道路不洁' },
        place: {
          address: '示例路 1 号',
          position: { lonE7: 1_150_480_000, latE7: 302_200_000, crs: 'GCJ02', source: 'map' },
        },
        happenedAt: '2026-03-05T01:30:00.000Z',
      },
      reporter: { name: '张三', phone: '13900001111' },
    },
  });
});

it.each([
  [null],
  ['text'],
  [aDoc({ _id: 'intake:hotline:A2' })],
  [aDoc({ source: 'somebody', _id: 'intake:somebody:A1' })],
  [aDoc({ text: ' ' })],
  [aDoc({ text: '字'.repeat(2001) })],
  [aDoc({ happenedAt: '上周三' })],
  [aDoc({ happenedAt: '2026-03-07T00:00:00Z' })],
  [aDoc({ lon: 200, lat: 30, crs: 'WGS84' })],
  [aDoc({ matter: '占道' })],
])('is not taken: %#', (doc) => {
  expect(readIntake(doc, NOW)).toEqual({ ok: false, error: 'bad_intake' });
});
