import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { measured, type Goal } from '../../../scripts/report/report.ts';
import { freshFolder } from '../../fixtures/app.ts';
import { medianOf, type Entry, type Task } from '../../fixtures/entry.ts';
import { startHub } from '../../fixtures/hub.ts';
import { launchAs } from '../../fixtures/world.ts';
import { residentMiB, windowPid } from '../photos/photos.ts';

import { watchFrames } from './frames.ts';
import { poolInApp, type Ask } from './inApp.ts';
import { documentLoad } from './load.ts';
import { printByEngine, type PrintByEngine } from './printToPdf.ts';

const COUNT = 500;
const CHUNKS = 5;
const WORKERS = 2;
/** Documents of one worker alone: those it warms up with, and those that count. */
const WARM = 20;
const STEADY = 60;
/** Workers that are started to see their first document. */
const FIRSTS = 3;

/** What printing in chunks gave: documents a second of both, the largest memory after each chunk, the longest frame. */
type Race = {
  readonly ours: number;
  readonly engine: number;
  readonly peaks: readonly number[];
  readonly longestMs: number;
  readonly pages: number;
  readonly enginePages: number;
};

/** Notices with photo and code through the app's pool of workers, beside Electron's `printToPDF` of the same sheets. */
export const documents: Entry = {
  name: 'documents',
  about: `${String(COUNT)} notices with photo and code through the pool, against printToPDF of the same sheets (--size N: fewer)`,
  times: 1,
  smallest: 5,
  run: async (task) => {
    const folder = freshFolder('bench-documents');
    const hub = await startHub(folder);
    try {
      for (let round = 1; round <= task.times; round += 1) await measure(hub.url, folder, task);
    } finally {
      await hub.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(server: string, folder: string, task: Task): Promise<void> {
  const count = task.sizes?.[0] ?? COUNT;
  const load = documentLoad(Math.max(count, Math.min(COUNT, WARM + STEADY)));
  const app = await launchAs('officer', { server });
  await task.tookPart(app);
  await app.shell.isInSync();
  const goal = (one: Goal): { readonly goal?: Goal } => (count < COUNT ? {} : { goal: one });
  try {
    const pid = await windowPid(app);
    const pool = await poolInApp(app.page, load);
    const { coldMs, firstMs, steadyMs, cpuMs } = await alone(pool, pid, count);
    const engine = await printByEngine(app.app, load, folder);
    const race = await together({ page: app.page, pid, pool, engine, folder }, count);
    task.say(
      `first ${firstMs.toFixed(0)} ms (${coldMs.toFixed(0)} ms unprepared), then ${steadyMs.toFixed(1)} ms each (${cpuMs.toFixed(1)} ms of CPU); ${race.ours.toFixed(1)} documents/s (${race.pages.toFixed(1)} pages each), printToPDF ${race.engine.toFixed(1)} (${race.enginePages.toFixed(0)} pages); memory ${race.peaks.map((peak) => peak.toFixed(0)).join(', ')} MiB`,
    );
    const [after100 = NaN, after500 = NaN] = [race.peaks[0], race.peaks.at(-1)];
    task.add(measured('documents', count, 'notices with photo and code'));
    task.add(measured('documents.perSecond', round2(race.ours), 'documents/s', { against: round2(race.engine) }));
    task.add(measured('documents.vsPrintToPdf', round2(race.ours / race.engine), 'of printToPDF', goal('>= 1.5')));
    task.add(measured('documents.firstMs', Math.round(firstMs), 'ms', goal('<= 400')));
    task.add(measured('documents.coldFirstMs', Math.round(coldMs), 'ms from starting a worker'));
    task.add(measured('documents.steadyMs', round2(steadyMs), 'ms of one core', goal('<= 25')));
    task.add(measured('documents.steadyCpuMs', round2(cpuMs), 'ms of CPU of the whole window'));
    task.add(
      measured('documents.memoryGrowth', round2(after500 / after100), 'of the peak of the first 100', goal('<= 1.2')),
    );
    task.add(measured('documents.longestFrameMs', Math.round(race.longestMs), 'ms', goal('<= 50')));
  } finally {
    await app.close();
    rmSync(app.profile, { recursive: true, force: true });
  }
}

/**
 * One worker: its first document with everything it loads, unprepared and the middle one of some; the first one of a worker that
 * was prepared, as people meet it; then the middle one of many.
 */
async function alone(
  pool: Ask,
  pid: number | undefined,
  count: number,
): Promise<{
  readonly coldMs: number;
  readonly firstMs: number;
  readonly steadyMs: number;
  readonly cpuMs: number;
}> {
  const firsts = async (isPrepared: boolean): Promise<number> => {
    const each: number[] = [];
    for (let round = 0; round < FIRSTS; round += 1) {
      await pool('close');
      if (isPrepared) await pool('prepare');
      each.push((await pool('print', { from: 0, to: 1, workers: 1 })).ms);
    }
    return medianOf(each);
  };
  const coldMs = await firsts(false);
  const firstMs = await firsts(true);
  const few = count < WARM + STEADY;
  if (!few) await pool('print', { from: 1, to: WARM, workers: 1 });
  const beforeMs = usedCpuMs(pid);
  const steady = await pool(
    'print',
    few ? { from: 1, to: count, workers: 1 } : { from: WARM, to: WARM + STEADY, workers: 1 },
  );
  const cpuMs = (usedCpuMs(pid) - beforeMs) / steady.eachMs.length;
  await pool('close');
  return { coldMs, firstMs, steadyMs: medianOf(steady.eachMs), cpuMs };
}

/** Both in turns, so that a slow minute of the machine is shared; each has printed two documents before. */
async function together(
  {
    page,
    pid,
    pool,
    engine,
    folder,
  }: {
    readonly page: Page;
    readonly pid: number | undefined;
    readonly pool: Ask;
    readonly engine: PrintByEngine;
    readonly folder: string;
  },
  count: number,
): Promise<Race> {
  await pool('print', { from: 0, to: 2, workers: WORKERS });
  await engine(0, 2);
  const [sum, peaks] = [{ ours: 0, engine: 0, pages: 0 }, [] as number[]];
  let [peak, longestMs, enginePages] = [0, 0, 0];
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMiB(pid));
  }, 50);
  try {
    for (let chunk = 0; chunk < CHUNKS; chunk += 1) {
      const [from, to] = [chunk, chunk + 1].map((at) => Math.floor((at * count) / CHUNKS)) as [number, number];
      const longest = await watchFrames(page);
      const printed = await pool('print', { from, to, workers: WORKERS });
      longestMs = Math.max(longestMs, await longest());
      peaks.push(peak);
      const { ms, last } = await engine(from, to);
      enginePages = pagesOf(last, folder);
      sum.ours += printed.ms;
      sum.pages += printed.pages;
      sum.engine += ms;
    }
  } finally {
    clearInterval(watch);
  }
  await pool('close');
  return {
    ours: (1000 * count) / sum.ours,
    engine: (1000 * count) / sum.engine,
    pages: sum.pages / count,
    ...{ peaks, longestMs, enginePages },
  };
}

/** What a process has used of the processors so far; a tick of Linux is 10 ms. */
function usedCpuMs(pid: number | undefined): number {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

function pagesOf(pdf: Uint8Array, folder: string): number {
  const file = join(folder, 'engine.pdf');
  writeFileSync(file, pdf);
  return Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
