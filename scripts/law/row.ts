import type { ActKey } from '#shared/case/procedures/names.ts';
import type { RequirementName } from '#shared/case/procedures/need.ts';
import type { DeadlineId } from '#shared/deadlines/deadlines.ts';

/** A test by its file and the beginning of a title or of a row's name in it. */
export type TestName = readonly [file: string, title: string];

/** Code that is no requirement, act or period: a file and a name that is declared or written in it. */
export type CodeName = readonly [file: string, name: string];

/**
 * One line of the trace: articles, the rules that enforce them and the tests that hold the rules. Requirements and periods
 * bring tests of their own (see `tests.ts`); acts and code name theirs. `later`: what of it is left to later work. A row
 * without rules says in `omitted` why there are none.
 */
export type LawRow = {
  readonly topic: string;
  readonly articles: readonly string[];
  readonly requirements?: readonly RequirementName[];
  readonly acts?: readonly ActKey[];
  readonly deadlines?: readonly DeadlineId[];
  readonly code?: readonly CodeName[];
  readonly tests?: readonly TestName[];
  readonly later?: string;
  readonly omitted?: string;
};

/** `cite('行政处罚法')(4, 38)` → `行政处罚法 §4`, `行政处罚法 §38`. */
export function cite(law: string): (...numbers: readonly number[]) => readonly string[] {
  return (...numbers) => numbers.map((number) => `${law} §${String(number)}`);
}

/** Laws by the short names that the design uses. */
export const LAW = {
  apl: cite('行政处罚法'),
  acl: cite('行政强制法'),
  urp: cite('城乡规划法'),
  arl: cite('行政复议法'),
  adl: cite('行政诉讼法'),
  adi: cite('最高人民法院关于适用行政诉讼法的解释'),
  cpl: cite('民事诉讼法'),
  car: cite('城市市容和环境卫生管理条例'),
  ad: cite('广告法'),
  o55: cite('住房和城乡建设行政处罚程序规定'),
  o34: cite('城市管理执法办法'),
} as const;

/** Test files that many rows name. */
export const IN = {
  procedures: 'shared/case/procedures/procedures.test.ts',
  documentLines: 'shared/case/procedures/documentLines.test.ts',
  steps: 'shared/case/fileSteps.test.ts',
  beside: 'shared/case/beside.test.ts',
  clocks: 'shared/case/clocks.test.ts',
  service: 'shared/case/service.test.ts',
  vectors: 'shared/deadlines/vectors.test.ts',
  correction: 'shared/case/fold.test.ts',
  roles: 'shared/access/permissions.test.ts',
  invariants: 'e2e/faults/histories/invariants.ts',
} as const;
