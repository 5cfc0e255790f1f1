import { setup } from '../setup/setup.mjs';
import { run } from './child.mjs';
import { installedBin } from './npm.mjs';
import { inTemporaryFolder } from './temporary.mjs';

/**
 * Does all set-up and runs a TypeScript program that drives the app, handing on the rest of our command line.
 * @param {string} program
 * @param {readonly string[]} [args]
 * @returns {Promise<number>} its exit code
 */
export async function runWithApp(program, args = process.argv.slice(2)) {
  await setup({ tests: true });
  return inTemporaryFolder(() => run(installedBin('tsx', 'tsx', program, ...args)));
}
