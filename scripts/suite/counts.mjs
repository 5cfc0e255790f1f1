import { stripVTControlCharacters } from 'node:util';

/**
 * What a step of the suite showed: `failed` and `skipped` by name, each with its reason.
 * @typedef {{ passed: number, failed: Named[], skipped: Named[] }} Counts
 * @typedef {{ test: string, reason: string }} Named
 */

/** @typedef {{ type: string, description?: string }} Annotation */
/** @typedef {{ message?: string }} Problem */
/** @typedef {{ error?: Problem }} Result */
/** @typedef {{ status: string, annotations: readonly Annotation[], results: readonly Result[] }} Test */
/** @typedef {{ title: string, tests: readonly Test[] }} Spec */
/** @typedef {{ title: string, specs?: readonly Spec[], suites?: readonly Suite[] }} Suite */
/** @typedef {{ suites: readonly Suite[], errors: readonly Problem[] }} PlaywrightJson */

/**
 * The counts of a step that is one check, such as the type check.
 * @param {string} name
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOfCheck(name, exitCode) {
  const failed = exitCode === 0 ? [] : [{ test: name, reason: `exit code ${String(exitCode)}` }];
  return { passed: 1 - failed.length, failed, skipped: [] };
}

/**
 * The counts in the answer of Playwright's JSON reporter. A flaky test, which passed on a retry, counts as failed.
 * @param {PlaywrightJson} json
 * @returns {Counts}
 */
export function countsOfPlaywright(json) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: json.errors.map((error) => named('outside any test', error)), skipped: [] };
  for (const { path, spec } of json.suites.flatMap((suite) => specsIn(suite, ''))) {
    const name = `${path} > ${spec.title}`;
    for (const test of spec.tests) {
      if (test.status === 'expected') counts.passed += 1;
      else if (test.status !== 'skipped')
        counts.failed.push(named(name, test.results.find(({ error }) => error !== undefined)?.error));
      else {
        const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
        counts.skipped.push({ test: name, reason: note?.description ?? 'no reason given' });
      }
    }
  }
  return counts;
}

/**
 * A step that ended badly without a failed test to show for it, or that ran nothing at all, is itself a failure.
 * @param {string} name
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
export function withExitCode(name, counts, exitCode) {
  if (counts.failed.length > 0 || (exitCode === 0 && counts.passed > 0)) return counts;
  const reason = exitCode === 0 ? 'ran nothing' : `exit code ${String(exitCode)}`;
  return { ...counts, failed: [{ test: name, reason }] };
}

/**
 * A failure by name, with the first line of what was said of it, without the colours of a terminal.
 * @param {string} test
 * @param {Problem | undefined} problem
 * @returns {Named}
 */
export function named(test, problem) {
  const [first = ''] = stripVTControlCharacters(problem?.message ?? '').split('\n', 1);
  return { test, reason: first === '' ? 'no reason given' : first.slice(0, 200) };
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sumOfCounts(all) {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.flatMap(({ failed }) => failed),
    skipped: all.flatMap(({ skipped }) => skipped),
  };
}

/**
 * The closing line.
 * @param {Counts} counts
 */
export function closingLine({ passed, failed, skipped }) {
  const line = `${String(passed)} passed, ${String(failed.length)} failed`;
  return skipped.length === 0 ? line : `${line}, ${String(skipped.length)} skipped`;
}

/**
 * @param {Suite} suite
 * @param {string} above
 * @returns {Array<{ path: string, spec: Spec }>}
 */
function specsIn(suite, above) {
  const path = above === '' ? suite.title : `${above} > ${suite.title}`;
  return [
    ...(suite.specs ?? []).map((spec) => ({ path, spec })),
    ...(suite.suites ?? []).flatMap((inner) => specsIn(inner, path)),
  ];
}
