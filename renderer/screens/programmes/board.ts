import { planText as words } from '#renderer/app/language/zh/plan.ts';
import type { IndicatorStanding } from '#renderer/queries/programmes.ts';
import type { BoardLine, BoardModel } from '#shared/documents/board.ts';
import { chinaDateAt, formatChinaDate } from '#shared/kernel/chinaTime.ts';
import type { Programme } from '#shared/programme/programme.ts';
import { PROGRESS, type Progress } from '#shared/programme/progress.ts';

import { cautionWords, percentWords, rowsOf, targetWords, valueWords } from './words.ts';

/** What the board is cut into, the most urgent first: what is late has a day that passed or a pace that is too slow. */
export const GROUPS = ['late', 'on_track', 'met', 'no_data', 'no_target'] as const;
/** See `GROUPS`. */
export type BoardGroup = (typeof GROUPS)[number];

/** Where on the board an indicator stands. */
export function groupOf(progress: Progress): BoardGroup {
  return progress === 'missed' || progress === 'behind' ? 'late' : progress;
}

/** The groups with what stands in each, missed before behind, then as in the plan. Groups with nothing in them are left out. */
export function boardGroups(
  standings: readonly IndicatorStanding[],
): readonly { readonly group: BoardGroup; readonly lines: readonly IndicatorStanding[] }[] {
  const place = ({ progress }: IndicatorStanding): number => PROGRESS.indexOf(progress);
  return GROUPS.map((group) => ({
    group,
    lines: standings.filter(({ progress }) => groupOf(progress) === group).sort((a, b) => place(a) - place(b)),
  })).filter(({ lines }) => lines.length > 0);
}

/** Organisations that a printed line names; of more only how many they are. */
const ORGS = 2;

type Printed = {
  readonly plan: Programme;
  readonly year: number;
  readonly standings: readonly IndicatorStanding[];
  /** Whose board it is. */
  readonly agency: string;
  readonly org: (id: string) => string;
  /** When it was looked at. */
  readonly at: string;
};

/** The board as it is printed, in the order of the plan. */
export function boardModel({ plan, year, standings, agency, org, at }: Printed): BoardModel {
  const print = words.print;
  const day = chinaDateAt(at) ?? at.slice(0, 10);
  const sums = boardGroups(standings).map(({ group, lines }) => `${words.groups[group]} ${String(lines.length)} 项`);
  return {
    schema: 'xunzhi.board.v1',
    kind: 'plan-board',
    agency,
    title: print.title(year),
    plan: plan.name,
    asOf: print.asOf(formatChinaDate(day)),
    sums: [print.total(standings.length), ...sums].join('　'),
    caution: cautionWords(plan, year).join(''),
    madeAt: at,
    heads: print.heads,
    lines: standings.map((one) => lineOf(one, plan, org)),
    note: print.note,
  };
}

function lineOf({ indicator, standing, progress }: IndicatorStanding, plan: Programme, org: Printed['org']): BoardLine {
  const { actual, percentTenths, forecast, months, unmeasured } = standing;
  const due = indicator.dueOn === undefined ? '' : `\n${words.dueOn(indicator.dueOn)}`;
  const lacking = unmeasured === 0 ? '' : `（${words.unmeasured(unmeasured)}）`;
  return {
    rows: rowsOf(plan, indicator.id),
    name: indicator.name,
    target: `${targetWords(indicator)}${due}`,
    actual: `${valueWords(indicator, actual)}${lacking}`,
    percent: percentTenths === undefined ? '' : percentWords(percentTenths),
    months: sharesOf(months),
    forecast: forecast === undefined ? '' : valueWords(indicator, forecast),
    state: words.progress[progress],
    urgent: groupOf(progress) === 'late',
    orgs: orgWords(standing.byOrg, org),
  };
}

/** How high each month's bar stands against the highest; twelve, whatever is known. */
function sharesOf(months: readonly (number | undefined)[]): (number | null)[] {
  const most = Math.max(1, ...months.map((value) => value ?? 0));
  return Array.from({ length: 12 }, (_, at) => {
    const value = months[at];
    return value === undefined ? null : Math.round((value * 1000) / most);
  });
}

/** Who did most of it. */
function orgWords(byOrg: IndicatorStanding['standing']['byOrg'], org: Printed['org']): string {
  const most = [...byOrg].sort((a, b) => b.value - a.value);
  const named = most.slice(0, ORGS).map((one) => org(one.org));
  return most.length > ORGS ? words.print.moreOrgs(named, most.length) : named.join('、');
}
