import { readFileSync } from 'node:fs';
import path from 'node:path';

import { inProject } from './project.mjs';

/**
 * The npm command line: the npm that runs us when there is one, so that version and configuration stay the same.
 * @param {...string} args
 * @returns {[string, ...string[]]}
 */
export function npm(...args) {
  const running = process.env['npm_execpath'];
  if (running && /\.c?js$/.test(running)) return [process.execPath, running, ...args];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', ...args];
}

/**
 * The command line of a program that an installed package brings, run by this Node.
 * @param {string} packageName
 * @param {string} bin
 * @param {...string} args
 * @returns {[string, ...string[]]}
 */
export function installedBin(packageName, bin, ...args) {
  const folder = inProject('node_modules', packageName);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin];
  return [process.execPath, path.join(folder, file), ...args];
}
