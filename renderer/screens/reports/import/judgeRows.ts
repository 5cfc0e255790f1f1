import { reportSources } from '#renderer/app/language/zh/reports.ts';
import type { CommandInput } from '#renderer/data/client.ts';
import type { Position } from '#shared/events/fields.ts';
import { REPORT_SOURCES, type ReportSource } from '#shared/events/reportEvents.ts';
import { isDate } from '#shared/kernel/days.ts';
import { externalKey } from '#shared/report/reportId.ts';

import type { ReportColumn, ReportTableRow } from './reportTable.ts';

/** What is wrong with a cell. */
export type CellProblem =
  'empty' | 'too_long' | 'no_source' | 'no_time' | 'future' | 'too_old' | 'no_number' | 'twice' | 'not_allowed';

/** A row as the command takes it. */
type Ready = CommandInput<'report.import'>['rows'][number];
/** What a row becomes. `known`: its source gave this number before. */
export type ImportLine = { readonly row: ReportTableRow } & (
  | { readonly is: 'good' | 'known'; readonly ready: Ready }
  | { readonly is: 'bad'; readonly column: ReportColumn; readonly problem: CellProblem }
);
/** Who imports, when, and what is here already. */
export type Importing = {
  readonly nowMs: number;
  readonly crs: Position['crs'];
  readonly mayName: boolean;
  /** Keys (`externalKey`) of reports that are here. */
  readonly known: ReadonlySet<string>;
};

const YEAR_MS = 366 * 86_400_000;
const MAX = { external: 60, text: 2000, address: 200, name: 40, phone: 30 } as const;
const MOMENT =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(\d{1,2})[::时](\d{1,2})分?(?:[::](\d{1,2})(?:\.\d+)?)?(Z)?$/;

/** What each row becomes, in the order of the file; a second row of a number is not taken. */
export function judgeRows(rows: readonly ReportTableRow[], by: Importing): readonly ImportLine[] {
  const taken = new Set<string>();
  return rows.map((row): ImportLine => {
    const read = readRow(row, by);
    if ('problem' in read) return { row, is: 'bad', ...read };
    const key = externalKey(read.data.source, read.data.external);
    if (taken.has(key)) return { row, is: 'bad', column: 'external', problem: 'twice' };
    taken.add(key);
    return { row, is: by.known.has(key) ? 'known' : 'good', ready: read };
  });
}

type Wrong = { readonly column: ReportColumn; readonly problem: CellProblem };

function readRow(row: ReportTableRow, by: Importing): Ready | Wrong {
  for (const column of ['external', 'text', 'address'] as const)
    if (row[column] === '') return { column, problem: 'empty' };
  for (const column of ['external', 'text', 'address', 'name', 'phone'] as const)
    if (row[column].length > MAX[column]) return { column, problem: 'too_long' };
  const source = sourceOf(row.source);
  if (source === undefined) return { column: 'source', problem: row.source === '' ? 'empty' : 'no_source' };
  const atMs = momentOf(row.at);
  if (atMs === undefined) return { column: 'at', problem: row.at === '' ? 'empty' : 'no_time' };
  if (atMs > by.nowMs) return { column: 'at', problem: 'future' };
  if (atMs < by.nowMs - YEAR_MS) return { column: 'at', problem: 'too_old' };
  const position = positionOf(row, by.crs);
  if (position !== undefined && 'problem' in position) return position;
  if (!by.mayName && (row.name !== '' || row.phone !== ''))
    return { column: row.name === '' ? 'phone' : 'name', problem: 'not_allowed' };
  const { external, text, address, name, phone } = row;
  const place = position === undefined ? { address } : { address, position };
  const data = { kind: 'report' as const, source, external, text, place, happenedAt: new Date(atMs).toISOString() };
  return name === '' && phone === '' ? { data } : { data, reporter: { name, phone } };
}

/** By its name here, by its code, or as hotlines call themselves. */
export function sourceOf(cell: string): ReportSource | undefined {
  const text = cell.normalize('NFKC').replaceAll(/\s/g, '');
  if (/^(?:市民)?热线$|12345/.test(text)) return 'hotline';
  return REPORT_SOURCES.find((source) => source === text || reportSources[source] === text);
}

/** Unix milliseconds of a time as tables write it, in Asia/Shanghai unless it says `Z`; undefined when it is none. */
export function momentOf(cell: string): number | undefined {
  const parts = MOMENT.exec(cell.normalize('NFKC').trim());
  if (parts === null) return undefined;
  const [year = '', month = '', day = '', hour = '', minute = '', second = '0'] = parts
    .slice(1, 7)
    .map((part) => part || '0');
  const two = (text: string): string => text.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!isDate(date)) return undefined;
  const ms = Date.parse(`${date}T${two(hour)}:${two(minute)}:${two(second)}${parts[7] ?? '+08:00'}`);
  return Number.isNaN(ms) ? undefined : ms;
}

function positionOf({ lon, lat }: ReportTableRow, crs: Position['crs']): Position | Wrong | undefined {
  if (lon === '' && lat === '') return undefined;
  const lonE7 = degreesE7(lon, 180);
  const latE7 = degreesE7(lat, 90);
  if (lonE7 === undefined) return { column: 'lon', problem: 'no_number' };
  if (latE7 === undefined) return { column: 'lat', problem: 'no_number' };
  return { lonE7, latE7, crs, source: 'map' };
}

function degreesE7(cell: string, most: number): number | undefined {
  const degrees = /^-?\d{1,3}(?:\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
  return Math.abs(degrees) <= most ? Math.round(degrees * 1e7) : undefined;
}
