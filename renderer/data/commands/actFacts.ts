import { matterCodeOf } from '#shared/case/matterCode.ts';
import { findMatter, matterSnapshot } from '#shared/catalogue/findMatter.ts';
import type { Matter } from '#shared/catalogue/matter.ts';
import { finesFor, penaltyRange, type RangeQuestion } from '#shared/catalogue/penaltyRange.ts';
import type { Party } from '#shared/events/party.ts';
import type { MatterSnapshot, Penalty } from '#shared/events/penalty.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import type { CommandError } from '../protocol.ts';
import type { CaseRow } from '../tables.ts';

import type { Act } from './completeAct.ts';
import { powerToday } from './power.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * What the catalogue says of an act, put in the place of what a form cannot know: the matter as it holds on the day of
 * the act, by what the unit has power over it, the range of a fine and how well it is known, and on papers of a decision
 * the penalty that was decided.
 */
export async function factsFromCatalogue(
  ctx: Context,
  row: CaseRow,
  { type, tag }: Act,
  given: Values,
): Promise<Result<Values, CommandError>> {
  if (type === 'case.filed') return filed(ctx, row, given);
  if (type === 'document.issued' && (tag === 'D22' || tag === 'D24' || tag === 'D33'))
    return ok({ ...given, ...(row.file?.decided !== undefined && { penalty: row.file.decided }) });
  for (const member of ['penalty', 'proposal']) {
    const said = given[member] as Partial<Penalty> | undefined;
    if (said === undefined) continue;
    const penalty = withRange(ctx, row, said);
    return penalty.ok ? ok({ ...given, [member]: penalty.value }) : penalty;
  }
  return ok(given);
}

async function filed(ctx: Context, row: CaseRow, given: Values): Promise<Result<Values, CommandError>> {
  const matter = matterOn(ctx, String(given['matter']), row.foundAt);
  if (matter === undefined) return err({ code: 'unknown_matter', subject: String(given['matter']) });
  const power = await powerToday(ctx, { org: row.org, matter: matter.code, site: row.site });
  if (!power.ok) return power;
  return ok({ ...given, matter: snapshotOf(ctx, matter, row.file?.party), power: power.value });
}

/** The matter by its code, as it holds on the day something was found (行政处罚法 §37). */
export function matterOn(ctx: Context, code: string, foundAt: string): Matter | undefined {
  return findMatter(ctx.catalogue.matters, code, chinaDateOf(Date.parse(foundAt)));
}

/** What a file keeps of its matter, for its party and by the settings of the place. */
export function snapshotOf(ctx: Context, matter: Matter, party: Party | undefined): MatterSnapshot {
  return matterSnapshot(matter, kindOf(party), ctx.catalogue.settings.soleTraderAs);
}

/** The kind of a party; before one is known, that of most shops. */
export function kindOf(party: Party | undefined): Party['kind'] {
  return party?.kind ?? 'sole_trader';
}

function withRange(ctx: Context, row: CaseRow, said: Partial<Penalty>): Result<Penalty, CommandError> {
  const code = matterCodeOf(row);
  const matter = matterOn(ctx, code, row.foundAt);
  if (matter === undefined) return err({ code: 'unknown_matter', subject: code });
  const { soleTraderAs } = ctx.catalogue.settings;
  const kind = kindOf(row.file?.party);
  return rangedPenalty(matter, { kind, soleTraderAs, costFen: row.file?.structure?.costFen }, said);
}

/** A penalty with the range of its fine and how well that is known; refused outside of it, or where none is known. */
export function rangedPenalty(
  matter: Matter,
  question: RangeQuestion,
  said: Partial<Penalty>,
): Result<Penalty, CommandError> {
  const fineFen = said.fineFen ?? 0;
  if (fineFen === 0) return ok({ warning: false, ...said, fineFen, minFen: 0, maxFen: 0, amount: 'verified' });
  const range = rangeOf(matter, question);
  if (!range.ok) return range;
  const { minFen, maxFen, amount } = range.value;
  if (fineFen < minFen || fineFen > maxFen)
    return err({ code: 'outside_range', subject: `${String(minFen)}|${String(maxFen)}`, article: '行政处罚法 §34' });
  return ok({ warning: false, ...said, fineFen, minFen, maxFen, amount });
}

type Range = Pick<Penalty, 'minFen' | 'maxFen' | 'amount'>;

/** The range of the fine; where the norm knows several under conditions, from the lowest to the highest of them. */
function rangeOf(matter: Matter, question: RangeQuestion): Result<Range, CommandError> {
  const ranges: Range[] = [];
  for (const { onlyIf } of finesFor(matter, question)) {
    const range = penaltyRange(matter, { ...question, onlyIf });
    if (!range.ok) {
      const code = range.error === 'cost_needed' ? 'cost_needed' : 'amount_unverified';
      return err({ code, subject: matter.name, article: '行政处罚法 §38' });
    }
    ranges.push(range.value);
  }
  if (ranges.length === 0) return err({ code: 'amount_unverified', subject: matter.name, article: '行政处罚法 §38' });
  const isVerified = ranges.every(({ amount }) => amount === 'verified');
  return ok({
    minFen: Math.min(...ranges.map((one) => one.minFen)),
    maxFen: Math.max(...ranges.map((one) => one.maxFen)),
    amount: isVerified ? 'verified' : 'memory',
  });
}
