import { existsSync } from 'node:fs';

import { capture, run } from '../run/child.mjs';
import { isCommand, say, SetupError } from '../run/project.mjs';
import { ARCHIVE_NEEDS, LINUX_NEEDS, missingNeeds, OTHER_NEEDS, PRINT_NEEDS } from './needs.mjs';

/** @typedef {import('./needs.mjs').Need} Need */

/** Commands that the app itself never calls. */
const ONLY_TESTS = new Set(['pdftotext', 'strace']);

/**
 * Sees to what Electron and the tests need from the operating system: installs it as root on Debian, lists it anywhere
 * else.
 * @param {{ tests: boolean }} purpose without tests, what only tests need may be missing
 */
export async function ensureSystem({ tests }) {
  const needs = (process.platform === 'linux' ? LINUX_NEEDS : OTHER_NEEDS).filter(
    ({ command }) => tests || command === undefined || !ONLY_TESTS.has(command),
  );
  const missing = await findMissing(needs);
  if (missing.length === 0) return;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    await installOnDebian(missing);
    const still = await findMissing(needs);
    if (still.length === 0) return;
    throw new SetupError(describe(still));
  }
  throw new SetupError(describe(missing));
}

/**
 * Installs the virtual printer that journeys print on, and the program that finds PDF/A, as root on Debian. Nothing depends on
 * that it works: what needs them is skipped and says why. No service of the system is started (`RUNLEVEL=1`): a journey runs its own.
 */
export async function ensureExtras() {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  const missing = missingNeeds([...PRINT_NEEDS, ...ARCHIVE_NEEDS], undefined, isPrintCommand);
  if (missing.length > 0) await installOnDebian(missing, { RUNLEVEL: '1' });
}

/**
 * Backends of CUPS are commands, but not on any path.
 * @param {string} name
 */
function isPrintCommand(name) {
  return isCommand(name) || existsSync(`/usr/lib/cups/backend/${name}`);
}

/** @param {readonly Need[]} needs */
async function findMissing(needs) {
  if (process.platform !== 'linux') return missingNeeds(needs, undefined);
  const environment = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };
  const libraries = await capture(['ldconfig', '-p'], { env: environment }).catch(() => undefined);
  return missingNeeds(needs, libraries);
}

/**
 * @param {readonly Need[]} missing
 * @param {Readonly<Record<string, string>>} [more] variables for apt
 */
async function installOnDebian(missing, more = {}) {
  let names = await packageNames(missing);
  if (names === undefined) {
    say('system packages: apt-get update');
    await run(['apt-get', 'update', '-qq']);
    names = (await packageNames(missing)) ?? missing.map(({ debian }) => debian[0]);
  }
  say(`system packages: apt-get install ${names.join(' ')}`);
  const env = { ...process.env, ...more, DEBIAN_FRONTEND: 'noninteractive' };
  /** @type {[string, ...string[]]} */
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names];
  if ((await run(install, { env })) === 0) return;
  // The lists may be older than the mirror.
  await run(['apt-get', 'update', '-qq']);
  await run(install, { env });
}

/**
 * The name of each need in this release of Debian; undefined when apt's lists know one of them under no name.
 * @param {readonly Need[]} needs
 * @returns {Promise<string[] | undefined>}
 */
async function packageNames(needs) {
  /** @type {string[]} */
  const names = [];
  for (const { debian } of needs) {
    const known = [];
    for (const name of debian) if (await isKnownToApt(name)) known.push(name);
    if (known[0] === undefined) return undefined;
    names.push(known[0]);
  }
  return names;
}

/** @param {string} name */
async function isKnownToApt(name) {
  const answer = await capture(['apt-cache', 'show', '--no-all-versions', name]).catch(() => '');
  return answer.includes('Package:');
}

/** @param {readonly Need[]} missing */
function describe(missing) {
  const lines = missing.map(
    ({ command, library, file, debian, why }) =>
      `  - ${command ?? library ?? file ?? ''} (${why}; Debian package ${debian.toReversed().join(' or ')})`,
  );
  return ['This is missing on the system and cannot be installed from here:', ...lines].join('\n');
}
