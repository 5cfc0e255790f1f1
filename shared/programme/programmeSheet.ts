import { err, ok, type Result } from '../kernel/result.ts';

import { readAmount, showAmount } from './amount.ts';
import type { Programme } from './programme.ts';

/** The columns of a plan as a table. What has no column of its own stands in the last one as JSON. */
const HEAD = [
  ...(['类别', '编号', '名称', '目标', '单位', '小数位', '方向', '汇总', '来源', '凭证', '截止'] as const),
  '其他（JSON）',
] as const;
/** In the column 类别. */
const [PLAN, ROW, INDICATOR] = ['计划', '条目', '指标'];
const [YES, NO] = ['是', '否'];

/** A plan as lines of a table for people who edit it with a spreadsheet: the plan, its rows, its indicators. */
export function sheetOfPlan({ year, name, rows, indicators, ...plan }: Programme): readonly (readonly string[])[] {
  return [
    [...HEAD],
    lineOf([PLAN, String(year), name], plan),
    ...rows.map(({ id, name: row, target, ...rest }) => lineOf([ROW, id, row, target], rest)),
    ...indicators.map(
      ({ id, name: indicator, target, unit, decimals, direction, aggregation, source, evidenceRequired, ...more }) => {
        const { dueOn = '', ...rest } = more;
        const shown = target === undefined ? '' : showAmount(target, decimals);
        const cells = [unit, String(decimals), direction, aggregation, source, evidenceRequired ? YES : NO, dueOn];
        return lineOf([INDICATOR, id, indicator, shown, ...cells], rest);
      },
    ),
  ];
}

function lineOf(cells: readonly string[], rest: object): readonly string[] {
  const json = Object.keys(rest).length === 0 ? '' : JSON.stringify(rest);
  return [...cells, ...Array.from({ length: HEAD.length - 1 - cells.length }, () => ''), json];
}

/** The text of a plan's file from such a table, to be checked as any other; refused with the number of the line that cannot be read. */
export function textOfPlanSheet(lines: readonly (readonly string[])[]): Result<string, number> {
  if (!HEAD.every((word, at) => lines[0]?.[at] === word)) return err(1);
  const plan: Record<string, unknown> = {};
  const rows: unknown[] = [];
  const indicators: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.every((cell) => cell === '')) continue;
    const [is = '', id = '', name = '', target = ''] = line;
    const rest = objectIn(line[HEAD.length - 1] ?? '');
    if (rest === undefined) return err(index + 1);
    if (is === PLAN) Object.assign(plan, rest, { year: Number(id), name });
    else if (is === ROW) rows.push({ ...rest, id, name, target });
    else if (is === INDICATOR) {
      const indicator = indicatorOf(line);
      if (indicator === undefined) return err(index + 1);
      indicators.push({ ...rest, ...indicator });
    } else return err(index + 1);
  }
  return ok(`${JSON.stringify({ ...plan, rows, indicators }, null, 2)}\n`);
}

/** An indicator's own cells; undefined where target or decimals are no numbers, or 凭证 is neither yes nor no. */
function indicatorOf(line: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  const [, id = '', name = '', shown = '', unit = '', places = '', direction, aggregation, source, proof, due = ''] =
    line;
  const decimals = Number(places);
  const read = readAmount(shown, decimals);
  if (!/^\d$/.test(places) || (shown.trim() !== '' && !read.ok) || (proof !== YES && proof !== NO)) return undefined;
  return {
    ...{ id, name, unit, decimals, direction, aggregation, source, evidenceRequired: proof === YES },
    ...(read.ok && { target: read.value }),
    ...(due !== '' && { dueOn: due }),
  };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
