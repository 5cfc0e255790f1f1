import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, wherever a command is started from. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Everything the scripts leave behind and git ignores lies in here. */
export const CACHE = path.join(ROOT, '.cache');

/**
 * A path inside the checkout.
 * @param {...string} parts
 */
export function inProject(...parts) {
  return path.join(ROOT, ...parts);
}

/**
 * One line to the person at the terminal.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Something the person must mend; shown without a stack. */
export class SetupError extends Error {}

/**
 * Runs a script's main function: a `SetupError` is shown as its message, its result is the exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    process.exit((await main()) ?? 0);
  } catch (error) {
    const text = error instanceof SetupError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\n${text ?? ''}\n`);
    process.exit(1);
  }
}

/**
 * Whether a command can be found on the PATH.
 * @param {string} name
 */
export function isCommand(name) {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  return folders.some((folder) => folder && endings.some((ending) => existsSync(path.join(folder, name + ending))));
}
