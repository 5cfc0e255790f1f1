/**
 * What a step of the suite showed.
 * @typedef {{ passed: number, failed: number, skipped: Array<{ test: string, reason: string }> }} Counts
 */

/** @typedef {{ type: string, description?: string }} Annotation */
/** @typedef {{ title: string, tests: ReadonlyArray<{ status: string, annotations: readonly Annotation[] }> }} Spec */
/** @typedef {{ title: string, specs?: readonly Spec[], suites?: readonly Suite[] }} Suite */
/** @typedef {{ suites: readonly Suite[], errors: readonly unknown[] }} PlaywrightJson */

/**
 * The counts of a step that is one check, such as the type check.
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOfCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };
}

/**
 * The counts in the answer of Playwright's JSON reporter. A flaky test, which passed on a retry, counts as failed.
 * @param {PlaywrightJson} json
 * @returns {Counts}
 */
export function countsOfPlaywright(json) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: json.errors.length, skipped: [] };
  for (const { path, spec } of json.suites.flatMap((suite) => specsIn(suite, ''))) {
    for (const test of spec.tests) {
      if (test.status === 'expected') counts.passed += 1;
      else if (test.status !== 'skipped') counts.failed += 1;
      else {
        const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
        counts.skipped.push({ test: `${path} > ${spec.title}`, reason: note?.description ?? 'no reason given' });
      }
    }
  }
  return counts;
}

/**
 * A step that ended badly without a failed test to show for it, or that ran nothing at all, is itself a failure.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
export function withExitCode(counts, exitCode) {
  const ranNothing = counts.passed + counts.failed === 0;
  return counts.failed === 0 && (exitCode !== 0 || ranNothing) ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sumOfCounts(all) {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    skipped: all.flatMap(({ skipped }) => skipped),
  };
}

/**
 * The closing line.
 * @param {Counts} counts
 */
export function closingLine({ passed, failed, skipped }) {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
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
