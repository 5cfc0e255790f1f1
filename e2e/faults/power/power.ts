import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { measured } from '../../../scripts/report/report.ts';
import { freshFolder } from '../../fixtures/app.ts';
import type { Entry } from '../../fixtures/entry.ts';
import { SeededRandom } from '../../fixtures/random.ts';
import { Findings } from '../check/findings.ts';

import { eachCrash, type Image } from './crashImages.ts';
import { Recorder } from './recorder.ts';
import { traceWork } from './trace.ts';
import { lacks, work } from './work.ts';

/** Plays power cuts: what was promised must be on every disk that a cut may leave, and under strace each promise follows its fsync. */
export const power: Entry = {
  name: 'power',
  about: 'every promise of main follows the fsync of its file and folder; every crash image still holds it',
  times: 12,
  run: async (task) => {
    const findings = new Findings();
    const profile = join(freshFolder('power'), 'profile');
    const recorder = new Recorder();
    recorder.start();
    try {
      await work(profile, task.times, new SeededRandom(task.seed), (what) => {
        recorder.acknowledge(what);
      });
    } finally {
      recorder.stop();
    }
    const seen = new Set<string>();
    await eachCrash(dirname(profile), recorder.steps, async (image, promised, after) => {
      const print = fingerprint(image, promised.length);
      if (seen.has(print)) return;
      seen.add(print);
      for (const one of await lookAt(profile, image, promised)) findings.add('lost', `${one} (step ${String(after)})`);
    });
    const trace = await traceWork(task.times, task.seed);
    for (const one of trace.early) findings.add('lost', `${one} was promised before its fsync`);
    rmSync(dirname(profile), { recursive: true, force: true });
    task.add(measured('promises', recorder.steps.filter(({ op }) => op === 'acknowledge').length, 'promises'));
    task.add(measured('crash images', seen.size, 'disks', { goal: '>= 1' }));
    task.add(measured('promises under strace', trace.promises, 'promises', { goal: '>= 1' }));
    task.add(measured('fsyncs under strace', trace.syncs, 'calls', { goal: '>= 1' }));
    for (const one of findings.measures) task.add(one);
    for (const line of findings.lines.slice(0, 20)) task.say(line);
  },
};

function fingerprint(image: Image, promised: number): string {
  const hash = createHash('sha256').update(String(promised));
  for (const [path, bytes] of [...image].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(path).update(bytes);
  return hash.digest('hex');
}

const FAST = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

async function lookAt(profile: string, image: Image, promised: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(FAST, 'xunzhi-crash-'));
  try {
    for (const [path, bytes] of image) {
      const copy = join(folder, relative(profile, path));
      mkdirSync(dirname(copy), { recursive: true });
      writeFileSync(copy, bytes);
    }
    return await lacks(folder, promised);
  } catch (error) {
    return [`does not open: ${String(error)}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
