import type { CommandInput } from '#renderer/data/client.ts';
import type { InspectionRow } from '#renderer/queries/inspections.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { proposeFindings } from '#shared/inspection/findings.ts';

import { proposeFacts } from './caseFacts.ts';

/** One finding as the form holds it; `matter` may still be empty. */
export type NewFinding = {
  readonly key: string;
  readonly item?: string;
  readonly included: boolean;
  readonly matter: string;
  readonly description: string;
  readonly photos: readonly string[];
};

/** The form's content: kept as a draft under the inspection's id. */
export type NewCase = {
  readonly form: 'case.v1';
  readonly findings: readonly NewFinding[];
  readonly facts: string;
  /** What was done there, as the facts say it: the checklist's name. */
  readonly inspected?: string;
  /** It was begun for this item of the inspection alone (`keyOf`). */
  readonly only?: string;
};

/**
 * What the officer gets to see first: the findings that the checklist proposes (`only`: of that one item), and the facts in
 * words.
 */
export function proposeCase(
  row: InspectionRow,
  checklist: Checklist | undefined,
  officer: string,
  only?: string,
): NewCase {
  const proposed = checklist === undefined ? [] : proposeFindings(checklist, row.answers, only);
  const findings = proposed.map((finding, index): NewFinding => ({
    key: String(index),
    ...(finding.item === undefined ? {} : { item: finding.item }),
    included: true,
    matter: finding.matter,
    description: finding.description,
    photos: finding.photos,
  }));
  const inspected = checklist?.name.replace(/表$/, '');
  return {
    form: 'case.v1',
    findings,
    facts: factsOf(row, findings, [officer], inspected),
    ...(inspected === undefined ? {} : { inspected }),
    ...(only === undefined ? {} : { only }),
  };
}

/** The facts in words for the findings that are included. */
export function factsOf(
  row: InspectionRow,
  findings: readonly NewFinding[],
  officers: readonly string[],
  inspected: string | undefined,
): string {
  return proposeFacts({
    at: row.startedAt,
    officers,
    address: row.site.address,
    siteName: row.site.name,
    inspected,
    descriptions: findings.filter((finding) => finding.included).map((finding) => finding.description),
  });
}

/** A kept draft when it has the shape this version knows. */
export function parseNewCase(content: unknown): NewCase | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  const draft = content as Partial<NewCase>;
  const whole = draft.form === 'case.v1' && typeof draft.facts === 'string' && Array.isArray(draft.findings);
  return whole ? (draft as NewCase) : undefined;
}

/** What keeps the form from being sent, by part; empty when nothing does. */
export type NewCaseProblem = 'findings' | 'matter' | 'description' | 'facts' | 'second';

/** Checks the form before sending. */
export function problemsOf(content: NewCase, secondComplete: boolean): readonly NewCaseProblem[] {
  const used = content.findings.filter((finding) => finding.included);
  const problems: NewCaseProblem[] = [];
  if (used.length === 0) problems.push('findings');
  if (used.some((finding) => finding.matter === '')) problems.push('matter');
  if (used.some((finding) => finding.description.trim() === '')) problems.push('description');
  if (content.facts.trim() === '') problems.push('facts');
  if (!secondComplete) problems.push('second');
  return problems;
}

/** The command that registers the case. */
export function commandOf(
  row: InspectionRow,
  content: NewCase,
  second: CommandInput<'case.open'>['second'],
): CommandInput<'case.open'> {
  const used = content.findings.filter((finding) => finding.included);
  const photos = new Map<string, CommandInput<'case.open'>['photos'][number]>();
  for (const finding of used) {
    for (const sha256 of finding.photos) {
      const item = finding.item === undefined ? {} : { item: finding.item };
      if (!photos.has(sha256)) photos.set(sha256, { sha256, purpose: 'detail', ...item });
    }
  }
  return {
    siteId: row.siteId,
    inspection: row.id,
    findings: used.map((finding) => ({
      ...(finding.item === undefined ? {} : { item: finding.item }),
      matter: finding.matter,
      description: finding.description.trim(),
      photos: [...finding.photos],
    })),
    facts: content.facts.trim(),
    photos: [...photos.values()],
    second,
  };
}
