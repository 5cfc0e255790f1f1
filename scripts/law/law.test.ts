import { describe, expect, it } from 'vitest';

import { textOf } from './code.ts';
import { problemsOf } from './problems.ts';
import { lawText } from './render.ts';
import { LAW, type LawRow } from './row.ts';
import { TRACE } from './trace.ts';

const ROWS = TRACE.flatMap(({ rows }) => rows);

describe('the trace from article to rule to test', () => {
  it('has a rule and a test for every article, or the reason why not', () => {
    expect(problemsOf(ROWS)).toEqual([]);
  });

  it('names every topic once', () => {
    expect(new Set(ROWS.map(({ topic }) => topic)).size).toBe(ROWS.length);
  });

  it('is what docs/law.md says (else: npx tsx scripts/generate/law.ts)', () => {
    expect(textOf('docs/law.md')).toBe(lawText());
  });
});

describe('the check of the trace finds', () => {
  const row = (change: Partial<LawRow>): LawRow => ({ topic: 'X', articles: LAW.apl(47), ...change });
  const CLOSED = ['shared/case/fileSteps.test.ts', 'files without power'] as const;

  it.each([
    ['an article without a rule or a reason', row({}), 'needs a rule or the reason'],
    ['a rule beside a reason', row({ requirements: ['two_officers'], omitted: 'no' }), 'not both'],
    ['a rule without a test', row({ acts: ['photo.added'] }), 'a rule without a test'],
    ['a requirement that is none', row({ requirements: ['three_officers' as 'two_officers'] }), 'no such requirement'],
    [
      'a requirement of another article',
      row({ requirements: ['two_officers'] }),
      'two_officers rests on 行政处罚法 §42',
    ],
    ['a period that is none', row({ deadlines: ['never' as 'pay'] }), 'no such deadline: never'],
    [
      'an act that is none',
      row({ acts: ['case.paused' as 'case.closed'], tests: [CLOSED] }),
      'no such act: case.paused',
    ],
    ['an act of another article', row({ acts: ['case.filed'], tests: [CLOSED] }), 'case.filed cites none'],
    ['a test that is none', row({ acts: ['photo.added'], tests: [[CLOSED[0], 'files with power']] }), 'no such test'],
    ['a test in a file that is none', row({ acts: ['photo.added'], tests: [['a.test.ts', 'x']] }), 'no such test'],
    ['code that is none', row({ code: [['shared/case/judge.ts', 'judgeNobody']], tests: [CLOSED] }), 'no such code'],
    ['no article', row({ articles: [], omitted: 'x' }), 'no article'],
  ])('%s', (_name, wrong, problem) => {
    expect(problemsOf([...ROWS, wrong])).toContainEqual(expect.stringContaining(problem));
  });

  it.each([
    ['a requirement no row names', 'Recusal (回避)', 'no article names no_recusal_open'],
    ['a period no row names', 'Ninety days (办案期限)', 'no article names decide'],
    ['an article that code cites', 'Termination (终结执行)', '行政强制法 §40 is cited and not traced'],
    ['an article that an act cites', 'Termination (终结执行)', 'case.terminated: 行政强制法 §40 is not traced'],
  ])('%s', (_name, without, problem) => {
    const problems = problemsOf(ROWS.filter(({ topic }) => topic !== without));
    expect(problems).toContainEqual(expect.stringContaining(problem));
  });
});
