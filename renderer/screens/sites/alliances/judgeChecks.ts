import { selfCheckText } from '#renderer/app/language/zh/selfChecks.ts';
import type { Lines } from '#renderer/app/sheet/sheet.ts';
import type { CommandInput } from '#renderer/data/client.ts';
import type { KnownShop, SelfCheck } from '#renderer/queries/selfChecks.ts';
import type { Settings } from '#shared/catalogue/settingsFile.ts';
import { isDate } from '#shared/kernel/days.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { cleanText } from '#shared/kernel/text.ts';
import { selfCheckKey } from '#shared/site/selfCheck.ts';

const COLUMNS = selfCheckText.import.columns;

/** A column of a table of own checks; those of the duties stand under their names. */
type Column = keyof typeof COLUMNS;
/** Why a row is not taken. */
type Problem = keyof typeof selfCheckText.import.problems;
/** A row as the command takes it. */
type Ready = CommandInput<'site.importSelfChecks'>['rows'][number];
type Duties = NonNullable<Settings['selfCheckDuties']>;

/** What a row becomes; `cell`: what stands in the column (by its head) that is wrong. */
export type CheckLine = { readonly line: number; readonly shop: string; readonly by: string; readonly on: string } & (
  | { readonly is: 'good' | 'known'; readonly ready: Ready }
  | { readonly is: 'bad'; readonly column: string; readonly cell: string; readonly problem: Problem }
);

/** What rows are judged by: the shops that are here, what was checked there, the duties, and today. */
export type Judging = {
  readonly shops: readonly KnownShop[];
  readonly checks: ReadonlyMap<string, readonly SelfCheck[]>;
  readonly duties: Duties;
  readonly today: string;
};

/** Why a table is none of own checks. */
export type CheckTableProblem =
  | { readonly is: 'missing'; readonly columns: readonly string[] }
  | { readonly is: 'empty' }
  | { readonly is: 'tooMany' };

/** Titles may stand above the heads. */
const HEADS_WITHIN = 10;
const MOST_ROWS = 2000;
const MAX = { alliance: 60, by: 40, note: 500 } as const;

/** What each row becomes, in the order of the table; the line of the first ten that names most columns is the head. */
export function judgeChecks(lines: Lines, judging: Judging): Result<readonly CheckLine[], CheckTableProblem> {
  const dutyNames = judging.duties.map(({ name }) => name);
  const wanted = [...Object.values(COLUMNS), ...dutyNames];
  const named = (line: readonly string[]): number => wanted.filter((head) => placeOf(line, head) !== -1).length;
  const heads = lines.slice(0, HEADS_WITHIN).reduce((a, b) => (named(b) > named(a) ? b : a), lines[0] ?? []);
  const missing = [COLUMNS.by, COLUMNS.on, ...dutyNames].filter((head) => placeOf(heads, head) === -1);
  if (placeOf(heads, COLUMNS.shop) === -1 && placeOf(heads, COLUMNS.uscc) === -1) missing.unshift(COLUMNS.shop);
  if (missing.length > 0) return err({ is: 'missing', columns: missing });
  const begin = lines.indexOf(heads) + 1;
  const rows = lines
    .map((cells, at) => ({ line: at + 1, cells }))
    .slice(begin)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return err({ is: 'empty' });
  if (rows.length > MOST_ROWS) return err({ is: 'tooMany' });
  const taken = new Set<string>();
  return ok(rows.map(({ line, cells }) => judgeRow(line, (head) => cellOf(cells, heads, head), judging, taken)));
}

function judgeRow(line: number, cell: (head: string) => string, judging: Judging, taken: Set<string>): CheckLine {
  const of = (column: Column): string => cell(COLUMNS[column]);
  const shown = { line, shop: of('shop') === '' ? of('uscc') : of('shop'), by: of('by'), on: of('on') };
  const bad = (column: string, problem: Problem): CheckLine => {
    return { ...shown, is: 'bad', column, cell: cell(column), problem };
  };
  const shop = shopOf(of('shop'), of('uscc').toUpperCase(), judging.shops);
  if (typeof shop === 'string') return bad(of('shop') === '' ? COLUMNS.uscc : COLUMNS.shop, shop);
  const alliance = of('alliance') === '' ? shop.alliance : of('alliance');
  if (alliance === '') return bad(COLUMNS.alliance, 'no_alliance');
  if (of('by') === '') return bad(COLUMNS.by, 'empty');
  for (const column of ['alliance', 'by', 'note'] as const)
    if (of(column).length > MAX[column]) return bad(COLUMNS[column], 'too_long');
  const checkedOn = dateOf(of('on'));
  if (checkedOn === undefined) return bad(COLUMNS.on, of('on') === '' ? 'empty' : 'no_date');
  if (checkedOn > judging.today) return bad(COLUMNS.on, 'future');
  const duties: Ready['duties'] = [];
  for (const { id, name } of judging.duties) {
    const answer = answerOf(cell(name));
    if (answer === undefined) return bad(name, cell(name) === '' ? 'empty' : 'no_answer');
    duties.push({ duty: id, name, answer });
  }
  const note = of('note') === '' ? {} : { note: of('note') };
  const ready: Ready = { siteId: shop.id, alliance, by: of('by'), checkedOn, duties, ...note };
  const key = `${shop.id}|${selfCheckKey(ready)}`;
  if (taken.has(key)) return bad(COLUMNS.by, 'twice');
  taken.add(key);
  const known = judging.checks.get(shop.id)?.some((check) => selfCheckKey(check) === selfCheckKey(ready)) ?? false;
  return { ...shown, is: known ? 'known' : 'good', ready };
}

/** By its credit code where the row has one, else by its name where one shop alone bears it. */
function shopOf(name: string, uscc: string, shops: readonly KnownShop[]): KnownShop | 'no_shop' | 'several' {
  const byCode = uscc === '' ? [] : shops.filter((shop) => shop.uscc.toUpperCase() === uscc);
  const [first, ...more] =
    byCode.length > 0 || name === '' ? byCode : shops.filter((shop) => plain(shop.name) === plain(name));
  if (first === undefined) return 'no_shop';
  return more.length > 0 ? 'several' : first;
}

/** Of `2026-03-05`, `2026/3/5` and `2026年3月5日`, with or without a time behind it. */
function dateOf(cell: string): string | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(cell.normalize('NFKC'));
  if (parts === null) return undefined;
  const [year = '', month = '', day = ''] = parts.slice(1);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

function answerOf(cell: string): 'pass' | 'fail' | undefined {
  const text = plain(cell);
  if (['合格', '是', '√', '✓', '达标'].includes(text)) return 'pass';
  return ['不合格', '否', '×', 'x', '不达标'].includes(text) ? 'fail' : undefined;
}

function placeOf(heads: readonly string[], head: string): number {
  return heads.findIndex((one) => plain(one) === plain(head));
}

function cellOf(cells: readonly string[], heads: readonly string[], head: string): string {
  return cleanText(cells[placeOf(heads, head)] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s*]/g, '').toLowerCase();
}
