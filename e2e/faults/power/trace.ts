import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { isCommand } from '../../../scripts/run/project.mjs';
import { freshFolder } from '../../fixtures/app.ts';

/** What strace saw. `early`: promises made while a file or folder they stand in was not synced. */
export type Trace = { readonly promises: number; readonly syncs: number; readonly early: readonly string[] };

const CHILD = fileURLToPath(new URL('./tracedWork.ts', import.meta.url));
const CALLS =
  'trace=openat,write,pwrite64,pwritev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,linkat,mkdir,mkdirat';
/** Files that no promise stands in until they are renamed. */
const UNFINISHED = /\.(part|next|tmp)$/;

/** Runs the same work in a process of its own under strace and judges the order of its system calls. */
export async function traceWork(runs: number, seed: string): Promise<Trace> {
  if (!isCommand('strace')) throw new Error('cannot run here: strace is missing (Debian package strace)');
  const folder = freshFolder('trace');
  const log = join(folder, 'strace.log');
  const profile = join(folder, 'profile');
  const args = ['-f', '-y', '-s', '200', '-e', CALLS, '-o', log, process.execPath, '--import', 'tsx', CHILD];
  const child = spawn('strace', [...args, profile, String(runs), seed], { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve) => {
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`the traced work ended with ${String(code)}`);
  const trace = judge(joined(readFileSync(log, 'utf8')), profile);
  rmSync(folder, { recursive: true, force: true });
  return trace;
}

/** strace splits a call that another thread overtakes; it counts where it ends, with the text of where it began. */
function joined(log: string): string[] {
  const begun = new Map<string, string>();
  return log.split('\n').flatMap((line) => {
    const pid = /^\d+/.exec(line)?.[0] ?? '';
    if (line.includes('<unfinished ...>')) {
      begun.set(pid, line.replace('<unfinished ...>', ''));
      return [];
    }
    return [line.includes(' resumed>') ? `${begun.get(pid) ?? ''}${line}` : line];
  });
}

/** Reads the calls in order: what was written and not synced when a promise is given came too early. */
export function judge(lines: readonly string[], profile: string): Trace {
  const unsynced = new Set<string>();
  const early: string[] = [];
  let promises = 0;
  let syncs = 0;
  for (const line of lines) {
    const promise = /write\(1<[^>]*>, "(ack [^"\\]*)/.exec(line)?.[1];
    if (promise !== undefined) {
      promises += 1;
      const open = [...unsynced].filter((path) => !UNFINISHED.test(path));
      if (open.length > 0) early.push(`${promise}: ${open.join(', ')}`);
      continue;
    }
    if (line.includes(' = -1 E')) continue;
    const handle = /(?:pwrite64|pwritev|write|ftruncate|fsync|fdatasync)\(\d+<([^>]+)>/.exec(line)?.[1];
    const quoted = [...line.matchAll(/"([^"]+)"/g)].map(([, path]) => path ?? '');
    if (/\b(?:fsync|fdatasync)\(/.test(line) && handle?.startsWith(dirname(profile)) === true) {
      unsynced.delete(handle);
      syncs += 1;
    } else if (/\b(?:pwrite64|pwritev|write|ftruncate)\(/.test(line)) {
      if (handle?.startsWith(profile) === true) unsynced.add(handle);
    } else if (/\b(?:rename\w*|link\w*)\(/.test(line)) {
      const to = quoted.at(-1) ?? '';
      const from = quoted[0] ?? '';
      if (to.startsWith(profile)) unsynced.add(dirname(to));
      if (unsynced.delete(from)) unsynced.add(to); // not synced under its old name either
    } else if (/\b(?:mkdir\w*)\(/.test(line) || line.includes('O_CREAT')) {
      const made = quoted[0] ?? '';
      if (made.startsWith(profile) && !UNFINISHED.test(made)) unsynced.add(dirname(made));
    }
  }
  return { promises, syncs, early };
}
