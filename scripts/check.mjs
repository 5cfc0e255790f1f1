import { collect } from './run/child.mjs';
import { npm } from './run/npm.mjs';
import { runMain, say } from './run/project.mjs';

// Two cores: the type-aware lint takes about as long as everything else together.
const LANES = [['lint'], ['typecheck', 'arch', 'unused', 'unit']];

// `npm run check`: what should pass before a commit. Each part's output comes whole, when the part is done.
await runMain(async () => {
  const startedMs = performance.now();
  const failed = (await Promise.all(LANES.map(runLane))).flat();
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(0);
  say(failed.length === 0 ? `check passed in ${seconds} s` : `check failed in ${seconds} s: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});

/**
 * @param {readonly string[]} names npm scripts, one after the other
 * @returns {Promise<string[]>} those that failed
 */
async function runLane(names) {
  const failed = [];
  for (const name of names) {
    const { code, out, err } = await collect(npm('run', '--silent', name));
    say(`== ${name}: ${code === 0 ? 'ok' : 'FAILED'}`);
    if (code === 0) continue;
    say(`${out}${err}`.trim());
    failed.push(name);
  }
  return failed;
}
