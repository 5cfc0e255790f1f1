import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Measure, Report } from './report.ts';
import { tableLines } from './table.ts';

const HEAD = ['measure', 'value', 'unit', 'against', 'ratio', 'goal', 'met'];

/** The report as people read it. */
export function reportText(report: Report): string {
  const versions = Object.entries(report.versions).map(([name, version]) => `${name} ${version}`);
  const head = [
    `${report.name}: ${report.status}`,
    ...versions,
    ...(report.seed === null ? [] : [`seed ${report.seed}`]),
  ];
  return [head.join(' · '), '', ...tableLines([HEAD, ...report.measures.map(cellsOf)], [1, 3, 4])].join('\n');
}

/** Prints the report as a table to standard output. */
export function printReport(report: Report): void {
  process.stdout.write(`${reportText(report)}\n`);
}

/** Writes the report as JSON, making the folder; a reader never sees half a file. */
export async function writeReport(report: Report, file: string): Promise<void> {
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await writeFile(`${file}.part`, `${JSON.stringify(report, null, 2)}\n`);
  await rename(`${file}.part`, file);
}

/** Prints the report, writes it where `--json FILE` asked, and gives the exit code of the run. */
export async function closeReport(report: Report, json: string | undefined): Promise<number> {
  printReport(report);
  if (json !== undefined) await writeReport(report, json);
  return report.status === 'ok' ? 0 : 1;
}

function cellsOf({ id, value, unit, against, ratio, goal, met }: Measure): readonly string[] {
  const answer = met === undefined ? '' : met ? 'yes' : 'NO';
  return [id, shown(value), unit, shown(against), shown(ratio), goal ?? '', answer];
}

function shown(value: number | string | undefined): string {
  if (typeof value !== 'number') return value ?? '';
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 3 : 1);
}
