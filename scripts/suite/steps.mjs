import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { run } from '../run/child.mjs';
import { installedBin, npm } from '../run/npm.mjs';
import { CACHE, say } from '../run/project.mjs';
import { countsOfCheck, countsOfPlaywright, withExitCode } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {{ name: string, run: (env: NodeJS.ProcessEnv) => Promise<Counts> }} Step */

/** @type {Counts} */
const NOTHING = { passed: 0, failed: [], skipped: [] };

/** Everything `npm test` runs, in order. @type {readonly Step[]} */
export const STEPS = [
  check('typecheck'),
  check('lint'),
  check('arch'),
  check('unused'),
  vitest('unit'),
  vitest('integration'),
  { name: 'e2e', run: playwright },
];

/**
 * @param {string} name of an npm script that passes or fails as a whole
 * @returns {Step}
 */
function check(name) {
  return { name, run: async (env) => countsOfCheck(name, await run(npm('run', '--silent', name), { env })) };
}

/**
 * @param {string} name of an npm script that runs a Vitest project
 * @returns {Step}
 */
function vitest(name) {
  const file = path.join(CACHE, 'test', `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=./scripts/suite/vitestCounts.mjs'];
  return {
    name,
    run: async (env) => {
      rmSync(file, { force: true });
      const command = npm('run', '--silent', name, '--', ...reporters);
      const code = await run(command, { env: { ...env, XUNZHI_COUNTS: file } });
      return withExitCode(name, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : NOTHING, code);
    },
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Counts>}
 */
async function playwright(env) {
  const file = path.join(CACHE, 'test', 'e2e.json');
  rmSync(file, { force: true });
  const code = await run(installedBin('@playwright/test', 'playwright', 'test'), { env });
  const counts = existsSync(file) ? countsOfPlaywright(JSON.parse(readFileSync(file, 'utf8'))) : NOTHING;
  return withExitCode('e2e', counts, code);
}

/**
 * Runs the steps one after the other, all of them even when one fails.
 * @param {NodeJS.ProcessEnv} env
 */
export async function runSteps(env) {
  /** @type {Array<{ name: string, counts: Counts, seconds: number }>} */
  const results = [];
  for (const step of STEPS) {
    say(`\n== ${step.name}`);
    const startedMs = performance.now();
    const counts = await step.run(env);
    results.push({ name: step.name, counts, seconds: (performance.now() - startedMs) / 1000 });
  }
  return results;
}
