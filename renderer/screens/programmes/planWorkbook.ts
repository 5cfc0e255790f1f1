import type { SheetData } from 'write-excel-file/browser';

import { planText as words } from '#renderer/app/language/zh/plan.ts';
import type { IndicatorStanding } from '#renderer/queries/programmes.ts';
import type { Indicator } from '#shared/programme/programme.ts';

import { percentWords, targetWords } from './words.ts';

const WIDE = 32;
const NARROW = 14;

/** The sheets of the plan as tables: indicators, organisations, months. What has no data is an empty cell, never a zero. */
export function planSheets(
  standings: readonly IndicatorStanding[],
  org: (id: string) => string,
): Readonly<Record<keyof typeof words.sheets, SheetData>> {
  const names = Array.from({ length: 12 }, (_, index) => `${String(index + 1)}月`);
  return {
    indicators: [
      heads(
        words.indicator,
        words.target,
        words.actual,
        words.unit,
        words.percent,
        words.forecast,
        words.state,
        words.source,
      ),
      ...standings.map(({ indicator, standing, progress }) => [
        indicator.name,
        targetWords(indicator),
        cell(indicator, standing.actual),
        indicator.unit,
        standing.percentTenths === undefined ? null : percentWords(standing.percentTenths),
        cell(indicator, standing.forecast),
        words.progress[progress],
        words.sources[indicator.source],
      ]),
    ],
    orgs: [
      heads(words.indicator, words.org, words.actual, words.unit),
      ...standings.flatMap(({ indicator, standing }) =>
        standing.byOrg.map((one) => [indicator.name, org(one.org), cell(indicator, one.value), indicator.unit]),
      ),
    ],
    months: [
      heads(words.indicator, words.unit, ...names),
      ...standings.flatMap(({ indicator, standing: { months } }) =>
        months.length === 0 ? [] : [[indicator.name, indicator.unit, ...months.map((value) => cell(indicator, value))]],
      ),
    ],
  };
}

/** The plan as the bytes of an XLSX file. */
export async function planWorkbook(
  standings: readonly IndicatorStanding[],
  org: (id: string) => string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const made = planSheets(standings, org);
  const sheets = (['indicators', 'orgs', 'months'] as const).map((key) => ({
    data: made[key],
    sheet: words.sheets[key],
    columns: (made[key][0] ?? []).map((_, index) => ({ width: index === 0 ? WIDE : NARROW })),
    stickyRowsCount: 1,
  }));
  const blob = await writeExcelFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function heads(...texts: readonly string[]): SheetData[number] {
  return texts.map((value) => ({ value, fontWeight: 'bold' as const }));
}

/** A number that a spreadsheet can add up; yes and no stay words. */
function cell({ direction, decimals }: Indicator, value: number | undefined): number | string | null {
  if (value === undefined) return null;
  if (direction === 'bool') return value >= 1 ? words.yes : words.no;
  return value / 10 ** decimals;
}
