import type { ReportEntry } from './reportList.ts';

/** How an organisation stands with its reports. What was merged is handled with another one and counts nowhere. */
export type OrgReports = {
  readonly org: string;
  /** What somebody waits for, and what of that is past its limit. */
  readonly waiting: number;
  readonly late: number;
  readonly ended: number;
  readonly endedLate: number;
};

/** Each organisation with its reports, the one with the most that are late first. */
export function byOrg(entries: readonly ReportEntry[]): readonly OrgReports[] {
  const found = new Map<string, OrgReports>();
  for (const { row, due } of entries) {
    if (row.state === 'merged') continue;
    const sum = found.get(row.org) ?? { org: row.org, waiting: 0, late: 0, ended: 0, endedLate: 0 };
    const isOver = row.state === 'answered' || row.state === 'closed';
    const isLate = due?.late === true;
    found.set(row.org, {
      org: row.org,
      waiting: sum.waiting + Number(!isOver),
      late: sum.late + Number(!isOver && isLate),
      ended: sum.ended + Number(isOver),
      endedLate: sum.endedLate + Number(isOver && isLate),
    });
  }
  return [...found.values()].sort((a, b) => b.late - a.late || b.waiting - a.waiting || (a.org < b.org ? -1 : 1));
}

/** Whole percent of what ended in time; undefined where nothing ended. */
export function inTimePercent({ ended, endedLate }: OrgReports): number | undefined {
  return ended === 0 ? undefined : Math.round(((ended - endedLate) / ended) * 100);
}

/** The same entries, those that wait and are past their limit first. */
export function lateFirst(entries: readonly ReportEntry[]): readonly ReportEntry[] {
  const isLate = ({ due }: ReportEntry): boolean => due?.late === true && !due.over;
  return [...entries.filter(isLate), ...entries.filter((entry) => !isLate(entry))];
}
