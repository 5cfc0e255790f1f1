import { rmSync } from 'node:fs';

import { expect } from '@playwright/test';

import { signin } from '#renderer/app/language/zh/signin.ts';
import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import { measured } from '../../../scripts/report/report.ts';
import { launchApp } from '../../fixtures/app.ts';
import { medianOf, type Entry, type Task } from '../../fixtures/entry.ts';
import { freePort } from '../../fixtures/hub.ts';
import { command, dataWorkerOf } from '../../fixtures/workerCommands.ts';
import { startWorkerHarness } from '../../fixtures/workerHarness.ts';
import { signInAs, type SignedIn } from '../../fixtures/world.ts';
import { CountingLine } from '../../integration/countingLine.ts';
import { caseLoad, type CaseLoad } from '../pull/caseLoad.ts';
import { addDocs, atServer, fillAfresh, type Place } from '../pull/place.ts';
import { watchPull } from '../pull/watch.ts';

import { countCases } from './countCases.ts';
import type { DeltaAnswer, DeltaJob } from './deltaJobs.ts';

const HELD = 58_000;
const NEW = 500;
const WITHIN_MS = 400_000;
const HERE = import.meta.dirname.replaceAll('\\', '/');
const WORKER = `
import PouchDB from 'pouchdb-core';
import idb from 'pouchdb-adapter-idb';
import http from 'pouchdb-adapter-http';
import replication from 'pouchdb-replication';
import { serveDelta } from '${HERE}/deltaWorker.ts';
serveDelta(PouchDB.plugin(idb).plugin(http).plugin(replication));
`;

type Times = { readonly app: number[]; readonly stock: number[]; readonly cht: number[]; missed: number };
type Parts = { readonly line: CountingLine; readonly place: Place; readonly load: CaseLoad; readonly held: number };

/** How long a few new events take to a device that holds very many, beside its peers in the same run and engine. */
export const delta: Entry = {
  name: 'delta',
  about: `${String(NEW)} new events among ${String(HELD)}: stored and projected, against stock PouchDB and the CHT way (--size N held)`,
  times: 5,
  smallest: 400,
  run: (task) =>
    atServer(task, async (place) => {
      const held = task.sizes?.[0] ?? HELD;
      const load = caseLoad(held + NEW * task.times, chinaYearOf(Date.now()) - 1, task.seed);
      const line = await CountingLine.to(place.url);
      try {
        reportDelta(task, held, await measure({ line, place, load, held }, task));
      } finally {
        await line.close();
      }
    }),
};

async function measure(parts: Parts, task: Task): Promise<Times> {
  const { line, place, load, held } = parts;
  const like = `case-hsg-${String(chinaYearOf(Date.now()))}`;
  const last = await fillAfresh(place.admin, load.db, like, load.events.slice(0, held));
  const running = await launchApp({ server: line.url });
  const harness = await startWorkerHarness(WORKER);
  const peer = async (what: DeltaJob['do']): Promise<DeltaAnswer> => {
    const job: DeltaJob = { do: what, url: line.url, db: load.db, authorization: place.admin.authorization };
    const answer = await harness.ask<{ ok: true; value: DeltaAnswer } | { ok: false; message: string }>(job);
    if (!answer.ok) throw new Error(`${what}: ${answer.message}`);
    return answer.value;
  };
  try {
    await task.tookPart(running);
    await expect(running.page.getByLabel(signin.user)).toBeVisible({ timeout: 30_000 });
    const [shell] = await Promise.all([
      signInAs(running, 'officer'),
      watchPull(running.page, load.db, last, WITHIN_MS),
    ]);
    task.say(`${load.db}: ${String(held)} events are in the app`);
    for (const what of ['stock', 'cht'] as const) {
      await peer(what);
      task.say(`and in ${what}`);
    }
    const times: Times = { app: [], stock: [], cht: [], missed: 0 };
    for (let round = 0; round < task.times; round += 1)
      await oneRound(parts, { ...running, shell }, round, peer, times);
    task.say(`app ${told(times.app)}, stock ${told(times.stock)}, cht ${told(times.cht)}`);
    return times;
  } finally {
    await running.close();
    await harness.close();
    rmSync(running.profile, { recursive: true, force: true });
  }
}

async function oneRound(
  { line, place, load, held }: Parts,
  { page }: SignedIn,
  round: number,
  peer: (what: DeltaJob['do']) => Promise<DeltaAnswer>,
  times: Times,
): Promise<void> {
  const worker = await dataWorkerOf(page);
  const from = held + NEW * round;
  // Cut off while they are written: otherwise the app reads them as they come.
  const server = line.target;
  line.target = `http://127.0.0.1:${String(await freePort())}`;
  const last = await addDocs(place.admin, load.db, load.events.slice(from, from + NEW));
  line.target = server;
  const startedMs = Date.now();
  const [{ projectedMs }] = await Promise.all([
    watchPull(page, load.db, last, WITHIN_MS),
    command(worker, 'sync.now', {}),
  ]);
  times.app.push(projectedMs - startedMs);
  times.missed = Math.max(times.missed, from + NEW - (await countCases(page)));
  for (const what of ['stock', 'cht'] as const) {
    const { ms, docs } = await peer(what);
    times[what].push(ms);
    times.missed = Math.max(times.missed, from + NEW - docs);
  }
}

function reportDelta(task: Task, held: number, times: Times): void {
  const [app, stock, cht] = [times.app, times.stock, times.cht].map(medianOf) as [number, number, number];
  task.add(measured('held', held, 'events'));
  task.add(measured('missed', times.missed, 'events', { goal: '== 0' }));
  task.add(measured('delta.ms', Math.round(app), 'ms', { against: Math.round(stock) }));
  task.add(measured('delta, stock PouchDB', Math.round(stock), 'ms'));
  task.add(measured('delta, the CHT way (our code)', Math.round(cht), 'ms'));
  task.add(measured('delta.vsStock', Math.round((100 * stock) / app) / 100, '× stock'));
  task.add(measured('delta.vsCht', Math.round((100 * cht) / app) / 100, '× the CHT way (our code)'));
}

function told(all: readonly number[]): string {
  return all.map((ms) => `${String(Math.round(ms))} ms`).join(' ');
}
