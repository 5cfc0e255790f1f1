import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { end, start } from '../run/child.mjs';
import { CACHE, inProject } from '../run/project.mjs';

const STALLED_AFTER_MS = 60_000;
const RETRY_AFTER_MS = 24 * 60 * 60_000;
const PACKAGE = inProject('node_modules', 'electron');
const FAILURE = path.join(CACHE, 'electron-download-failed.json');

/** @typedef {{ executablePath: string, version: string }} Binary */

/**
 * The official binary, if the installed `electron` package has it in its own version.
 * @returns {Binary | undefined}
 */
export function findOfficial() {
  const wanted = wantedVersion();
  const versionFile = path.join(PACKAGE, 'dist', 'version');
  const pathFile = path.join(PACKAGE, 'path.txt');
  if (!existsSync(versionFile) || !existsSync(pathFile)) return undefined;
  const executablePath = path.join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8').trim());
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return version === wanted && existsSync(executablePath) ? { executablePath, version } : undefined;
}

/**
 * Lets the `electron` package download its binary. A download that fails or stands still for a minute is given up and
 * remembered for a day, so that a place without access does not wait at each start.
 * @param {(line: string) => void} say
 * @returns {Promise<Binary | undefined>}
 */
export async function downloadOfficial(say) {
  const version = wantedVersion();
  if (failedLately(version)) {
    say(`Electron ${version}: the official download failed less than a day ago, not tried again (${FAILURE})`);
    return undefined;
  }
  say(`Electron ${version}: trying the official download`);
  const problem = await download();
  const found = problem === undefined ? findOfficial() : undefined;
  if (found) return found;
  say(`Electron ${version}: the official download failed: ${problem ?? 'no binary came'}`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(FAILURE, JSON.stringify({ version, atMs: Date.now() }));
  return undefined;
}

/** @returns {Promise<string | undefined>} what went wrong */
async function download() {
  const folder = path.join(CACHE, `electron-download-${String(process.pid)}`);
  mkdirSync(folder, { recursive: true });
  const child = start([process.execPath, path.join(PACKAGE, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
  });
  let problem = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => (problem += text));
  let [size, movedAtMs, stalled] = [0, Date.now(), false];
  const watch = setInterval(() => {
    const now = bytesIn(folder);
    if (now !== size) [size, movedAtMs] = [now, Date.now()];
    stalled = Date.now() - movedAtMs > STALLED_AFTER_MS;
    if (stalled) end(child.pid, 'SIGKILL');
  }, 1000);
  const code = await new Promise((resolve) => child.once('close', resolve).once('error', () => resolve(1)));
  clearInterval(watch);
  rmSync(folder, { recursive: true, force: true });
  if (code === 0) return undefined;
  return stalled ? 'it stood still for a minute' : (problem.split('\n').find((line) => line.trim()) ?? 'unknown');
}

/** @param {string} folder */
function bytesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** @param {string} version */
function failedLately(version) {
  if (!existsSync(FAILURE)) return false;
  try {
    const failure = JSON.parse(readFileSync(FAILURE, 'utf8'));
    return failure.version === version && Date.now() - Number(failure.atMs) < RETRY_AFTER_MS;
  } catch {
    return false;
  }
}

/** @returns {string} */
function wantedVersion() {
  return JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')).version;
}
