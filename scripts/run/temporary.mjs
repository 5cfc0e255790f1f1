import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where programs look for the folder of temporary files: one name on each system. */
const NAMES = ['TMPDIR', 'TEMP', 'TMP'];

/**
 * Runs something whose temporary files all lie in one folder, which goes when it ends: profiles and servers of tests are
 * hundreds of megabytes in each run, and a full disk fails the next one.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTemporaryFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'xunzhi-run-'));
  // The print server reads files of ours under another user's name.
  chmodSync(folder, 0o711);
  const before = NAMES.map((name) => process.env[name]);
  for (const name of NAMES) process.env[name] = folder;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.once('exit', remove); // also when somebody ends us
  try {
    return await work();
  } finally {
    remove();
    for (const [at, name] of NAMES.entries()) {
      if (before[at] === undefined) delete process.env[name];
      else process.env[name] = before[at];
    }
    process.removeListener('exit', remove);
  }
}
