import { existsSync, readFileSync } from 'node:fs';

import { run } from '../run/child.mjs';
import { npm } from '../run/npm.mjs';
import { inProject, say, SetupError } from '../run/project.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage */
/** @typedef {{ packages: Record<string, LockedPackage> }} LockFile */

/**
 * The first package that the lock file wants and that is not installed in that version. npm writes what it installed
 * into a lock file of its own, so no stamp of ours can lie.
 * @param {LockFile} wanted
 * @param {LockFile} installed
 * @returns {string | undefined}
 */
export function findOutdatedPackage(wanted, installed) {
  for (const [place, entry] of Object.entries(wanted.packages)) {
    if (place === '' || entry.link) continue;
    const found = installed.packages[place];
    // Packages for another system are optional and rightly absent.
    const mayBeAbsent = Boolean(entry.optional ?? entry.devOptional);
    if (found ? found.version !== entry.version : !mayBeAbsent) return place.replace(/^node_modules\//, '');
  }
  return undefined;
}

/** Installs the npm packages when they are missing or not those of the lock file. */
export async function ensurePackages() {
  const reason = whyInstall();
  if (reason === undefined) return;
  say(`npm packages: ${reason}, running npm ci`);
  const code = await run(npm('ci', '--no-audit', '--no-fund', '--loglevel', 'error'));
  if (code !== 0) throw new SetupError('npm ci failed (see above). Is the npm registry reachable?');
}

/** @returns {string | undefined} */
function whyInstall() {
  const record = inProject('node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'not installed yet';
  const outdated = findOutdatedPackage(readLock(inProject('package-lock.json')), readLock(record));
  return outdated === undefined ? undefined : `${outdated} is not the locked version`;
}

/**
 * @param {string} file
 * @returns {LockFile}
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
