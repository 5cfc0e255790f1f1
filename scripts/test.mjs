import { parseArgs } from 'node:util';

import { runMain, say, SetupError } from './run/project.mjs';
import { inTemporaryFolder } from './run/temporary.mjs';
import { setup } from './setup/setup.mjs';
import { closingLine, countsOfCheck, sumOfCounts } from './suite/counts.mjs';
import { runSteps } from './suite/steps.mjs';

// `npm test [-- --server URL]`: every check and test there is. The server is where the tests of server behaviour run
// instead of an embedded hub.
await runMain(async () => {
  const { server } = parseArgs({ options: { server: { type: 'string' } } }).values;
  if (!(await isSetUp())) return 1;
  sayWhatIsSet(server);
  const results = await inTemporaryFolder(() =>
    runSteps({ ...process.env, ...(server === undefined ? {} : { XUNZHI_TEST_SERVER: server }) }),
  );
  const total = sumOfCounts(results.map(({ counts }) => counts));
  say('');
  for (const { name, counts, seconds } of results) {
    say(`${name.padEnd(12)} ${closingLine(counts)} (${seconds.toFixed(1)} s)`);
  }
  for (const { test, reason } of total.failed) say(`failed: ${test}: ${reason}`);
  for (const { test, reason } of total.skipped) say(`skipped: ${test}: ${reason}`);
  say(closingLine(total));
  return total.failed.length === 0 && total.passed > 0 ? 0 : 1;
});

/** A set-up that fails is a failed run and closes like one. */
async function isSetUp() {
  try {
    await setup({ tests: true });
    return true;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`\n${error.message}\n${closingLine(countsOfCheck('set-up', 1))}`);
    return false;
  }
}

/** @param {string | undefined} server */
function sayWhatIsSet(server) {
  const samples = process.env['XUNZHI_SAMPLES'];
  say(
    samples ? `XUNZHI_SAMPLES is set: ${samples}` : 'XUNZHI_SAMPLES is not set: only photos the tests make themselves',
  );
  say(
    server === undefined
      ? 'Server tests run against the embedded hub'
      : `Server tests run against ${new URL(server).host}`,
  );
}
