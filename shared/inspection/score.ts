import type { ItemAnswer } from '../events/inspectionEvents.ts';

import type { Checklist, CheckItem } from './checklist.ts';
import { answersByItem, visibleItems } from './visible.ts';

/** A band of the score: red list, good, yellow card, black list. */
export type Band = Checklist['scoring']['bands'][number];

/** What one failed item costs before its section's cap, in tenths of a point. */
export type Deduction = { readonly item: string; readonly section: string; readonly tenths: number };

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
 * `normal`. Never counts fines or penalties (行政处罚法 §74).
 */
export function scoreInspection(checklist: Checklist, answers: readonly ItemAnswer[]): Score {
  const { scoring } = checklist;
  const given = answersByItem(answers);
  const deductions: Deduction[] = [];
  let vetoed = false;
  for (const { section, item } of visibleItems(checklist, answers)) {
    const answer = given.get(item.code);
    if (item.kind !== 'check' || answer?.answer !== 'fail') continue;
    deductions.push({ item: item.code, section, tenths: deductionTenths(checklist, item, answer) });
    vetoed ||= item.veto === true && (item.vetoSeverity === undefined || item.vetoSeverity === severityOf(answer));
  }
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

function deductionTenths(checklist: Checklist, item: CheckItem, answer: ItemAnswer): number {
  const { severityFactor, fixedOnSitePercent } = checklist.scoring;
  const percent = answer.fixedOnSite === true ? fixedOnSitePercent : 100;
  return Math.round((item.weight * severityFactor[severityOf(answer)] * percent) / 10);
}

function sectionTenths(section: Checklist['sections'][number], deductions: readonly Deduction[]): number {
  const own = deductions.filter((deduction) => deduction.section === section.id);
  const sum = own.reduce((total, { tenths }) => total + tenths, 0);
  return section.maxDeduction === undefined ? sum : Math.min(sum, section.maxDeduction * 10);
}
