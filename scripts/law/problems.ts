import { citedArticles, codedActs, codedDeadlines, codedRequirements, textOf, type CodedRule } from './code.ts';
import type { LawRow, TestName } from './row.ts';

/** Everything that is wrong with a trace, in words; empty when each article has its rule and each rule its test. */
export function problemsOf(rows: readonly LawRow[]): readonly string[] {
  return [...rows.flatMap(problemsOfRow), ...forgotten(rows)];
}

/** The tests that hold a row: those it names, and those of its requirements and periods. */
export function testsOf(row: LawRow): readonly TestName[] {
  const requirements = codedRequirements();
  const deadlines = codedDeadlines();
  const own = [
    ...(row.requirements ?? []).map((name) => requirements.get(name)?.test),
    ...(row.deadlines ?? []).map((id) => deadlines.get(id)?.test),
  ];
  return [...(row.tests ?? []), ...own.filter((test) => test !== undefined)];
}

/** True when the row names code of any kind. */
export function hasRules({ requirements = [], acts = [], deadlines = [], code = [] }: LawRow): boolean {
  return requirements.length + acts.length + deadlines.length + code.length > 0;
}

function problemsOfRow(row: LawRow): readonly string[] {
  const { acts = [], code = [], tests = [] } = row;
  const own = acts.length + code.length > 0;
  return [
    ...(row.articles.length === 0 ? ['no article'] : []),
    ...(hasRules(row) === (row.omitted !== undefined)
      ? ['needs a rule or the reason why there is none, not both']
      : []),
    ...(own && tests.length === 0 ? ['a rule without a test'] : []),
    ...testsOf(row).flatMap((test) => (hasTest(test) ? [] : [`no such test: ${test.join(' — ')}`])),
    ...code.flatMap(([file, name]) => (textOf(file)?.includes(name) === true ? [] : [`no such code: ${file} ${name}`])),
    ...wrongRules('requirement', row.requirements ?? [], row, codedRequirements()),
    ...wrongRules('deadline', row.deadlines ?? [], row, codedDeadlines()),
    ...wrongActs(row),
  ].map((problem) => `${row.topic}: ${problem}`);
}

function wrongRules(
  kind: string,
  names: readonly string[],
  { articles }: LawRow,
  known: ReadonlyMap<string, CodedRule>,
): readonly string[] {
  return names.flatMap((name) => {
    const rule = known.get(name);
    if (rule === undefined) return [`no such ${kind}: ${name}`];
    return rule.article === '' || articles.includes(rule.article) ? [] : [`${name} rests on ${rule.article}`];
  });
}

function wrongActs({ acts = [], articles }: LawRow): readonly string[] {
  const known = codedActs();
  return acts.flatMap((act) => {
    const cited = known.get(act);
    if (cited === undefined) return [`no such act: ${act}`];
    return articles.some((article) => cited.has(article)) ? [] : [`${act} cites none of the articles`];
  });
}

/** A title counts only where a string of the file begins with it. */
function hasTest([file, title]: TestName): boolean {
  const text = textOf(file);
  return text !== undefined && ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}`));
}

function forgotten(rows: readonly LawRow[]): readonly string[] {
  const named = new Set(rows.flatMap(({ requirements = [], deadlines = [] }) => [...requirements, ...deadlines]));
  const traced = new Set(rows.filter(hasRules).flatMap(({ articles }) => articles));
  const rules = [...codedRequirements().keys(), ...codedDeadlines().keys()];
  return [
    ...rules.filter((name) => !named.has(name as never)).map((name) => `no article names ${name}`),
    ...[...citedArticles()]
      .filter(([article]) => !traced.has(article))
      .map(([article, files]) => `${article} is cited and not traced: ${files.join(', ')}`),
    ...[...codedActs()].flatMap(([act, cited]) =>
      [...cited].filter((article) => !traced.has(article)).map((article) => `${act}: ${article} is not traced`),
    ),
  ];
}
