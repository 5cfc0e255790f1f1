import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { run } from '../run/child.mjs';
import { installedBin } from '../run/npm.mjs';
import { CACHE, inProject, ROOT, say, SetupError } from '../run/project.mjs';

const SOURCES = [
  'main',
  'preload',
  'renderer',
  'shared',
  'package-lock.json',
  'electron.vite.config.ts',
  'postcss.config.cjs',
];
const RESULTS = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'];
const STAMP = path.join(CACHE, 'build.sha256');

/** Builds the app into `out/` when a source file changed, came or went since the last build. */
export async function ensureBuild() {
  const fingerprint = fingerprintOf(SOURCES.map((source) => inProject(source)));
  const built = existsSync(STAMP) && RESULTS.every((file) => existsSync(inProject(file)));
  if (built && readFileSync(STAMP, 'utf8') === fingerprint) return;
  say('app: sources changed since the last build, building');
  const code = await run(installedBin('electron-vite', 'electron-vite', 'build', '--logLevel', 'warn'));
  if (code !== 0) throw new SetupError('The app could not be built (see above).');
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(STAMP, fingerprint);
}

/**
 * A hash over path, size and time of every file; tests do not change the app and do not count.
 * @param {readonly string[]} places files or folders
 */
export function fingerprintOf(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesIn(place)) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${path.relative(ROOT, file)} ${String(size)} ${String(mtimeMs)}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function filesIn(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)))
    .filter((file) => !/\.test\.tsx?$/.test(file));
}
