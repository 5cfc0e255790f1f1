import { PROPOSAL_MARK } from '#renderer/app/language/zh/discretion.ts';
import { partyOf } from '#renderer/queries/caseLines/party.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import type { OffenceRow } from '#shared/catalogue/firstOffence.ts';
import type { Matter } from '#shared/catalogue/matter.ts';
import type { MatterPenalty } from '#shared/catalogue/matterPenalty.ts';
import {
  finesFor,
  penaltyRange,
  TIERS,
  type FineRange,
  type RangeQuestion,
  type RangeRefusal,
  type Tier,
} from '#shared/catalogue/penaltyRange.ts';
import { proposeFine, type FineProposal, type FineQuestion } from '#shared/catalogue/proposeFine.ts';
import { AGGRAVATING, MITIGATING } from '#shared/events/penalty.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';
import type { Result } from '#shared/kernel/result.ts';

import type { Values } from './values.ts';

/** A fine that the norm threatens such a party with, and its range as far as it can be told. */
export type FineOption = { readonly fine: MatterPenalty; readonly range: Result<FineRange, RangeRefusal> };

/** The fines of a matter for such a party; several stand under conditions (`onlyIf`), and one of them is meant. */
export function fineOptions(matter: Matter, about: RangeQuestion): readonly FineOption[] {
  return finesFor(matter, about).map((fine) => ({
    fine,
    range: penaltyRange(matter, { ...about, onlyIf: fine.onlyIf }),
  }));
}

/** A case as the search for earlier ones sees it. */
export type PastCase = OffenceRow & { readonly row: CaseRow };

/** Cases with whom they are about. */
export function pastCases(rows: readonly CaseRow[]): readonly PastCase[] {
  return rows.map((row) => ({
    row,
    id: row.id,
    party: partyOf(row),
    matterCodes: row.file?.matter === undefined ? row.findings.map(({ matter }) => matter) : [row.file.matter.code],
    foundOn: chinaDateOf(Date.parse(row.foundAt)),
    stage: row.stage,
  }));
}

/** Whether the last re-check found it corrected; undefined when nobody looked. */
export function wasCorrected({ timeline }: Pick<CaseRow, 'timeline'>): boolean | undefined {
  const last = timeline.findLast(({ type, verdict }) => type === 'case.rechecked' && verdict.is === 'applied');
  return last === undefined ? undefined : last.tag === 'fixed';
}

/** The tier and the grounds as they are typed so far. */
export function discretionOf(values: unknown): Pick<FineQuestion, 'tier' | 'mitigating' | 'aggravating'> {
  const { tier, mitigating, aggravating } = (values ?? {}) as Values;
  return {
    tier: TIERS.find((one) => one === tier) ?? 'slight',
    mitigating: MITIGATING.filter((one) => Array.isArray(mitigating) && mitigating.includes(one)),
    aggravating: AGGRAVATING.filter((one) => Array.isArray(aggravating) && aggravating.includes(one)),
  };
}

/** A proposal for what is typed: see `proposeFine`. */
export function proposalFor(
  values: unknown,
  found: Pick<FineQuestion, 'range' | 'earlierCases' | 'correctedInTime' | 'harm'>,
): FineProposal {
  return proposeFine({ ...discretionOf(values), ...found });
}

/** The group of discretion with another tier. */
export function withTier(before: unknown, tier: Tier): Values {
  return { ...((before ?? {}) as Values), tier };
}

/** The group of the penalty with that fine, in yuan as it is typed. */
export function withFine(before: unknown, fineFen: number): Values {
  return { ...((before ?? {}) as Values), fineFen: String(fineFen / 100) };
}

const LONGEST_REASONS = 1000;

/** The group of discretion with the proposal's reasons after the officer's own; an earlier proposal gives way. */
export function withReasons(before: unknown, text: string): Values {
  const group = (before ?? {}) as Values;
  const typed = typeof group['reasons'] === 'string' ? group['reasons'] : '';
  const own = typed.split('\n').filter((line) => line !== '' && !line.startsWith(PROPOSAL_MARK));
  return { ...group, reasons: [...own, text].join('\n').slice(0, LONGEST_REASONS) };
}

/** True when that amount and those reasons stand in the form. */
export function isFilledIn(
  { penalty, discretion }: { readonly penalty: unknown; readonly discretion: unknown },
  fineFen: number,
  text: string,
): boolean {
  const { reasons } = (discretion ?? {}) as Values;
  const hasReasons = typeof reasons === 'string' && reasons.split('\n').includes(text);
  return hasReasons && ((penalty ?? {}) as Values)['fineFen'] === String(fineFen / 100);
}
