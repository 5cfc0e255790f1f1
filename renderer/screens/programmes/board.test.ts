import { describe, expect, it } from 'vitest';

import type { IndicatorStanding } from '#renderer/queries/programmes.ts';
import { boardModelField } from '#shared/documents/board.ts';
import { programmeField, type Indicator } from '#shared/programme/programme.ts';
import type { Progress } from '#shared/programme/progress.ts';
import { standingOf } from '#shared/programme/standing.ts';

import { boardGroups, boardModel } from './board.ts';

function indicator(id: string): Indicator {
  return {
    ...{ id, name: `示例指标${id}`, unit: '公里', decimals: 0, direction: '>=', target: 100 },
    ...{ aggregation: 'sum', source: 'manual', evidenceRequired: true },
  };
}

function standing(id: string, progress: Progress, orgs: readonly string[] = []): IndicatorStanding {
  const made = orgs.map((org, at) => ({
    ...({ is: 'entry', title: '', on: `2026-0${String(at + 1)}-01`, parts: [] } as const),
    ...{ id: `${id}${org}`, org, value: 10 * (at + 1) },
  }));
  const of = indicator(id);
  return { indicator: of, standing: standingOf(of, 2026, { made }, '2026-06-30'), progress };
}

const ALL = [standing('aaa', 'met'), standing('bbb', 'behind', ['o1', 'o2', 'o3', 'o4']), standing('ccc', 'missed')];
const PLAN = programmeField.parse({
  ...{ schema: 'xunzhi.programme.v1', year: 2025, name: '示例计划', verification: 'proposal' },
  rows: [
    { id: '1.1', name: '示例', target: '', serves: ALL.map((one) => ({ by: 'indicator', ref: one.indicator.id })) },
  ],
  indicators: ALL.map((one) => one.indicator),
});

describe('the board', () => {
  it('shows what is late first, what was missed before what is only slow, and no empty group', () => {
    const groups = boardGroups(ALL).map(({ group, lines }) => [group, lines.map((one) => one.indicator.id)]);
    expect(groups).toEqual([
      ['late', ['ccc', 'bbb']],
      ['met', ['aaa']],
    ]);
  });

  it('prints in the order of the plan, with sums, cautions, bars against the highest month, and who did most', () => {
    const at = '2026-06-30T02:00:00.000Z';
    const model = boardModel({ plan: PLAN, year: 2026, standings: ALL, agency: '示例局', org: (id) => id, at });
    expect(boardModelField.parse(model)).toEqual(model);
    expect(model.sums).toBe('共 3 项　滞后 2 项　已达标 1 项');
    expect(model.asOf).toContain('2026年6月30日');
    expect(model.caution).toContain('2025年的目标');
    expect(model.caution).toContain('建议稿');
    const [, line] = model.lines;
    expect(line).toMatchObject({ actual: '100 公里', percent: '100%', orgs: 'o4、o3等 4 个单位', urgent: true });
    expect(line?.months.slice(0, 5)).toEqual([250, 500, 750, 1000, null]);
  });
});
