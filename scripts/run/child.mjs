import { spawn } from 'node:child_process';

import { ROOT } from './project.mjs';

// On Unix every child leads a process group, so that ending it also ends what npm and tsx start in turn.
const GROUPS = process.platform !== 'win32';

/** @type {Set<number>} */
const alive = new Set();

process.on('exit', () => {
  for (const pid of alive) end(pid);
});
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.once(signal, () => process.exit(code));
}

/**
 * Starts a program that ends with this one at the latest.
 * @param {readonly [string, ...string[]]} command program and arguments
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start([program, ...args], options = {}) {
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: GROUPS,
    ...options,
  });
  const { pid } = child;
  if (pid !== undefined) {
    alive.add(pid);
    child.once('exit', () => alive.delete(pid));
  }
  return child;
}

/**
 * Ends a child and, on Unix, its whole group. Does nothing when it is already gone.
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} [signal]
 */
export function end(pid, signal = 'SIGTERM') {
  if (pid === undefined || !alive.has(pid)) return;
  try {
    process.kill(GROUPS ? -pid : pid, signal);
  } catch {
    alive.delete(pid);
  }
}

/**
 * Runs a program to its end and gives its exit code; 1 when it could not start or was killed.
 * @param {readonly [string, ...string[]]} command
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, options) {
  return new Promise((resolve) => {
    const child = start(command, options);
    child.once('error', (error) => {
      process.stderr.write(`${command[0]}: ${error.message}\n`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program quietly and gives all it said; code 1 when it could not start or was killed.
 * @param {readonly [string, ...string[]]} command
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, out: string, err: string }>}
 */
export function collect(command, options) {
  return new Promise((resolve) => {
    const child = start(command, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (err += text));
    child.once('error', (error) => resolve({ code: 1, out, err: `${command[0]}: ${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, out, err }));
  });
}

/**
 * Runs a program quietly and gives its output; its error output is the message of a failure.
 * @param {readonly [string, ...string[]]} command
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>}
 */
export async function capture(command, options) {
  const { code, out, err } = await collect(command, options);
  if (code === 0) return out;
  throw new Error(err.trim() || `exit code ${String(code)}`);
}
