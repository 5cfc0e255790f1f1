import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { named } from './counts.mjs';

/** @typedef {import('vitest/node').Reporter} Reporter */
/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * A Vitest reporter that writes counts and the names and reasons of failures and skips to `XUNZHI_COUNTS`; Vitest's own JSON leaves the
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
    const counts = { passed: 0, failed: unhandled.map((error) => named('outside any test', error)), skipped: [] };
    for (const module of modules) {
      // A file that does not load, or whose hooks break, has no failed test to count.
      const broken = [module, ...module.children.allSuites()].flatMap((part) => part.errors());
      counts.failed.push(...broken.map((error) => named(module.relativeModuleId, error)));
      for (const test of module.children.allTests()) {
        const result = test.result();
        const name = `${module.relativeModuleId} > ${test.fullName}`;
        if (result.state === 'passed') counts.passed += 1;
        else if (result.state === 'failed') counts.failed.push(named(name, result.errors[0]));
        else counts.skipped.push({ test: name, reason: reasonOf(result) });
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
