import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('vitest/node').Reporter} Reporter */
/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * A Vitest reporter that writes counts and the reasons of skips to `XUNZHI_COUNTS`; Vitest's own JSON leaves the
 * reasons out.
 * @implements {Reporter}
 */
export default class VitestCounts {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<import('vitest').SerializedError>} unhandled
   */
  onTestRunEnd(modules, unhandled) {
    const file = process.env['XUNZHI_COUNTS'];
    if (!file) return;
    /** @type {Counts} */
    const counts = { passed: 0, failed: unhandled.length, skipped: [] };
    for (const module of modules) {
      // A file that does not load, or whose hooks break, has no failed test to count.
      if (module.errors().length > 0) counts.failed += 1;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') counts.passed += 1;
        else if (result.state === 'failed') counts.failed += 1;
        else counts.skipped.push({ test: `${module.relativeModuleId} > ${test.fullName}`, reason: reasonOf(result) });
      }
    }
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(counts));
  }
}

/** @param {import('vitest/node').TestResult} result */
function reasonOf(result) {
  return (result.state === 'skipped' ? result.note : undefined) ?? 'no reason given';
}
