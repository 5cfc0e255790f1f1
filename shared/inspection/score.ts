import type { ItemAnswer } from '../events/inspectionEvents.ts';

import { answersByKey, asJudged, keyOf } from './answers.ts';
import type { Checklist } from './checklist.ts';
import { isJudged, type JudgedItem } from './item.ts';
import { visibleItems } from './visible.ts';

/** A band of the score: red list, good, yellow card, black list. */
export type Band = Checklist['scoring']['bands'][number];

/**
 * What one failed item costs before its section's cap, in tenths of a point. `entry`: of a repeated section the first of the
 * entries that cost most.
 */
export type Deduction = {
  readonly item: string;
  readonly entry?: number;
  readonly section: string;
  readonly tenths: number;
};

/** The score in tenths of a point, 0 or more; `band` is undefined only when no band reaches that low. */
export type Score = {
  readonly scoreTenths: number;
  readonly vetoed: boolean;
  readonly band: Band | undefined;
  readonly deductions: readonly Deduction[];
};

/**
 * Scores the visible items: base points minus weight × severity factor for each failure, a failure fixed on site at the
 * model's percentage, each section capped; a vetoing failure caps the whole score. A failure without severity counts as
 * `normal`. An item of a repeated section costs once, as its costliest entry does: whoever looks at more covers of a street
 * does not make the street worse. Never counts fines or penalties (行政处罚法 §74).
 */
export function scoreInspection(checklist: Checklist, answers: readonly ItemAnswer[]): Score {
  const { scoring } = checklist;
  const given = answersByKey(answers);
  const costs = new Map<string, Deduction>();
  let vetoed = false;
  for (const { section, item, entry } of visibleItems(checklist, answers)) {
    const said = given.get(keyOf({ item: item.code, entry }));
    const answer = said === undefined ? undefined : asJudged(item, said);
    if (!isJudged(item) || answer?.answer !== 'fail') continue;
    const tenths = deductionTenths(checklist, item, answer);
    if (tenths > (costs.get(item.code)?.tenths ?? -1))
      costs.set(item.code, { item: item.code, ...(entry === undefined ? {} : { entry }), section, tenths });
    vetoed ||= isVeto(item, answer);
  }
  const deductions = [...costs.values()];
  const lost = checklist.sections.reduce((sum, section) => sum + sectionTenths(section, deductions), 0);
  const plain = Math.max(0, scoring.basePoints * 10 - lost);
  const scoreTenths = vetoed ? Math.min(plain, scoring.vetoMaxPoints * 10) : plain;
  return { scoreTenths, vetoed, band: bandOf(checklist, scoreTenths), deductions };
}

/** The highest band whose lower bound the score reaches. */
export function bandOf(checklist: Checklist, scoreTenths: number): Band | undefined {
  const reached = checklist.scoring.bands.filter((band) => scoreTenths >= band.from * 10);
  return reached.sort((a, b) => b.from - a.from)[0];
}

function severityOf(answer: ItemAnswer): 'minor' | 'normal' | 'severe' {
  return answer.severity ?? 'normal';
}

function isVeto(item: JudgedItem, answer: ItemAnswer): boolean {
  if (item.kind !== 'check' || item.veto !== true) return false;
  return item.vetoSeverity === undefined || item.vetoSeverity === severityOf(answer);
}

function deductionTenths(checklist: Checklist, item: JudgedItem, answer: ItemAnswer): number {
  const { severityFactor, fixedOnSitePercent } = checklist.scoring;
  const percent = answer.fixedOnSite === true ? fixedOnSitePercent : 100;
  return Math.round(((item.weight ?? 1) * severityFactor[severityOf(answer)] * percent) / 10);
}

function sectionTenths(section: Checklist['sections'][number], deductions: readonly Deduction[]): number {
  const own = deductions.filter((deduction) => deduction.section === section.id);
  const sum = own.reduce((total, { tenths }) => total + tenths, 0);
  return section.maxDeduction === undefined ? sum : Math.min(sum, section.maxDeduction * 10);
}
