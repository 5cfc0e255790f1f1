import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { ActKey, ProcedureName } from '#shared/case/procedures/names.ts';
import { actOf, type Transition } from '#shared/case/procedures/procedure.ts';
import { procedureOf, RULES_VERSION } from '#shared/case/procedures/versions.ts';
import type { Requirements } from '#shared/case/requirements/attempt.ts';
import { CORRECTION_REQUIREMENTS } from '#shared/case/requirements/correction.ts';
import { ENFORCEMENT_REQUIREMENTS } from '#shared/case/requirements/enforcement.ts';
import { FILING_REQUIREMENTS } from '#shared/case/requirements/filing.ts';
import { INSTALMENT_REQUIREMENTS } from '#shared/case/requirements/instalments.ts';
import { PAPER_REQUIREMENTS } from '#shared/case/requirements/papers.ts';
import { PENALTY_REQUIREMENTS } from '#shared/case/requirements/penalty.ts';
import { SERVICE_REQUIREMENTS } from '#shared/case/requirements/service.ts';
import { DEADLINES, type DeadlineId } from '#shared/deadlines/deadlines.ts';

import { inProject } from '../run/project.mjs';

import type { TestName } from './row.ts';

const PROCEDURES: readonly ProcedureName[] = ['correction', 'ordinary', 'spot', 'structure'];
const TABLES: Readonly<Record<string, Requirements>> = {
  correction: CORRECTION_REQUIREMENTS,
  filing: FILING_REQUIREMENTS,
  penalty: PENALTY_REQUIREMENTS,
  enforcement: ENFORCEMENT_REQUIREMENTS,
  instalments: INSTALMENT_REQUIREMENTS,
  papers: PAPER_REQUIREMENTS,
  service: SERVICE_REQUIREMENTS,
};

/** A requirement of the procedures as the code has it: its article, and the test that is written for each of them. */
export type CodedRule = { readonly article: string; readonly test: TestName };

/** Every requirement by name. */
export function codedRequirements(): ReadonlyMap<string, CodedRule> {
  const rules = Object.entries(TABLES).flatMap(([table, requirements]) =>
    Object.entries(requirements).map(([name, { article }]): [string, CodedRule] => [
      name,
      { article, test: [`shared/case/requirements/${table}.test.ts`, name] },
    ]),
  );
  return new Map(rules);
}

/** Every period by id, with the file that counts it by hand. */
export function codedDeadlines(): ReadonlyMap<string, CodedRule> {
  const working = (id: DeadlineId): boolean => DEADLINES[id].period.unit === 'working';
  return new Map(
    (Object.keys(DEADLINES) as DeadlineId[]).map((id) => {
      const file = `shared/deadlines/testing/${working(id) ? 'working' : 'calendar'}Vectors.ts`;
      return [id, { article: DEADLINES[id].article, test: [file, id] as const }];
    }),
  );
}

/** Every act of any procedure and rules version, with the articles that its lines and their needs cite. */
export function codedActs(): ReadonlyMap<ActKey, ReadonlySet<string>> {
  const acts = new Map<ActKey, Set<string>>();
  for (let rules = 1; rules <= RULES_VERSION; rules += 1)
    for (const name of PROCEDURES)
      for (const line of procedureOf(rules, name)?.transitions ?? []) {
        const act = actOf(line.event, line.tag);
        const cited = acts.get(act) ?? new Set();
        for (const article of articlesOf(line)) cited.add(article);
        acts.set(act, cited);
      }
  return acts;
}

function articlesOf({ article, requires }: Transition): readonly string[] {
  const needs = requires.map((need) => (typeof need === 'string' ? '' : need.article));
  return [article, ...needs].filter((one) => one !== '');
}

/** Every article that code of the app cites in a string (`行政处罚法 §44`), with the files that do. */
export function citedArticles(): ReadonlyMap<string, readonly string[]> {
  const cited = new Map<string, string[]>();
  for (const file of ['shared', 'renderer', 'main'].flatMap((folder) => sourcesIn(folder)))
    for (const [, article = ''] of textOf(file)?.matchAll(/['"`]([\p{Script=Han}〔〕\d]+ §\d+)/gu) ?? [])
      cited.set(article, [...(cited.get(article) ?? []), file]);
  return cited;
}

/** Text of a file of the project; undefined when there is none. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(inProject(file), 'utf8');
  } catch {
    return undefined;
  }
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(inProject(folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sourcesIn(name);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [name] : [];
  });
}
