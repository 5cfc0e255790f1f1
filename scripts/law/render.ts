import { DEADLINES, type DeadlineId } from '#shared/deadlines/deadlines.ts';

import { hasRules, testsOf } from './problems.ts';
import type { LawRow } from './row.ts';
import { TRACE } from './trace.ts';

const UNITS = { working: 'working days', calendar: 'days', month: 'months', hour: 'hours' } as const;

/** The text of `docs/law.md`. */
export function lawText(): string {
  const rows = TRACE.flatMap((part) => part.rows);
  const ruled = rows.filter(hasRules).length;
  const parts = TRACE.map(({ heading, rows: own }) => `## ${heading}\n\n${tableOf(own)}\n`);
  return `${introduction(rows.length, ruled)}\n${parts.join('\n')}`;
}

function introduction(all: number, ruled: number): string {
  return `# From article to rule to test

Generated from \`scripts/law/trace\` by \`npx tsx scripts/generate/law.ts\`; do not edit. A unit test fails when this file is
stale, when an article that the code cites is missing here, and when a rule has no test.

${String(all)} lines: ${String(ruled)} with a rule in the code, ${String(all - ruled)} left out on purpose, each with its reason. This is a map for
developers; it replaces no sign-off of the bureau's 法制 staff.

Rules: a **need** is a requirement of \`shared/case/requirements\`, an **act** a line of \`shared/case/procedures\`, a **period** one
of \`shared/deadlines/deadlines.ts\`.
`;
}

function tableOf(rows: readonly LawRow[]): string {
  const lines = rows.map((row) => `| ${[what(row), rules(row), tests(row), note(row)].map(cell).join(' | ')} |`);
  return ['| Article | Rule | Test | Note |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function what({ topic, articles }: LawRow): string {
  return `${topic}<br>${articles.map(shortened).join(', ')}`;
}

/** The law's name once, then only the numbers of the same law. */
function shortened(article: string, at: number, all: readonly string[]): string {
  const [law = '', number = ''] = article.split(' ');
  return number !== '' && all[at - 1]?.split(' ')[0] === law ? number : article;
}

function rules({ requirements = [], acts = [], deadlines = [], code = [] }: LawRow): string {
  return [
    ...requirements.map((name) => `need \`${name}\``),
    ...acts.map((act) => `act \`${act}\``),
    ...deadlines.map((id) => `period \`${id}\` (${lengthOf(id)})`),
    ...code.map(([file, name]) => `${link(file)} \`${name}\``),
  ].join('<br>');
}

function lengthOf(id: DeadlineId): string {
  const { period, extension } = DEADLINES[id];
  const more = extension === undefined ? '' : ` + ${String(extension.count)} × ${String(extension.times)}`;
  return `${String(period.count)}${more} ${UNITS[period.unit]}`;
}

function tests(row: LawRow): string {
  const byFile = new Map<string, string[]>();
  for (const [file, title] of testsOf(row)) byFile.set(file, [...(byFile.get(file) ?? []), title]);
  return [...byFile].map(([file, titles]) => `${link(file)}: ${titles.join('; ')}`).join('<br>');
}

function note({ omitted, later }: LawRow): string {
  return omitted === undefined ? (later ?? '') : `Left out: ${omitted}`;
}

function link(file: string): string {
  return `[${file.split('/').at(-1) ?? file}](../${file})`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
