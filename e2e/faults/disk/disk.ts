import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { measured } from '../../../scripts/report/report.ts';
import { medianOf, type Entry, type Task } from '../../fixtures/entry.ts';
import { SeededRandom } from '../../fixtures/random.ts';
import { launchPair } from '../../fixtures/world.ts';
import { Findings, Tally } from '../check/findings.ts';
import { Ledger } from '../check/ledger.ts';
import { checkStore, type Kind } from '../kill/ledger.ts';
import { checkServer } from '../kill/serverCheck.ts';
import { startAgain } from '../kill/starts.ts';
import { openPlace } from '../place.ts';
import { FaultProxy } from '../proxy/faultProxy.ts';

import type { Moment } from './moment.ts';
import { MOMENTS } from './moments.ts';
import { checkRealSizes } from './realSizes.ts';
import { alertsOf, bannerSays, checkAlerts, stateOf, within } from './said.ts';
import { SmallDisk } from './smallDisk.ts';
import { hasReserve, profileOn, SMALL_DISK_BYTES, SMALL_THRESHOLDS, type Stage } from './stage.ts';
import { doorsOf, forgetDoors, watchDoors } from './storeDoors.ts';

/** The line over the page looks every four seconds, the reserve is looked after every five. */
const TOLD_WITHIN_MS = 12_000;
const RESUMES_WITHIN_MS = 40_000;

/** Fills the app's own small file system to the last byte in the middle of everything, and makes room again. */
export const disk: Entry = {
  name: 'disk',
  about:
    'a small file system filled to the last byte, at another point of the work in each run (--size N: from the Nth on)',
  times: MOMENTS.length,
  run: async (task) => {
    const small = SmallDisk.inMemory(SMALL_DISK_BYTES);
    const run = new DiskRun(task, small);
    try {
      await run.go();
    } finally {
      await run.end();
    }
  },
};

/** One profile and one server over all rounds. */
class DiskRun {
  readonly #task: Task;
  readonly #disk: SmallDisk;
  readonly #random: SeededRandom;
  readonly #findings = new Findings();
  readonly #tally = new Tally();
  readonly #resumedMs: number[] = [];
  #stage: Stage | undefined;

  constructor(task: Task, small: SmallDisk) {
    this.#task = task;
    this.#disk = small;
    this.#random = new SeededRandom(task.seed);
  }

  async go(): Promise<void> {
    const { times, tookPart, add } = this.#task;
    const place = await openPlace(this.#task.server);
    const line = await FaultProxy.to(place.url);
    const launch = { profile: profileOn(this.#disk, SMALL_THRESHOLDS), server: line.url };
    const app = await launchPair(launch);
    await tookPart(app);
    const tag = Date.now().toString(36).slice(-5);
    const stage: Stage = {
      ...{ disk: this.#disk, place, line, random: this.#random, ledger: new Ledger<Kind>(), tag, launch, app },
      round: 0,
      takesReserve: false,
      fill: () => this.#fill(),
    };
    this.#stage = stage;
    if (!(await within(TOLD_WITHIN_MS, () => hasReserve(launch.profile)))) throw new Error('there is no reserve');
    const [chosen] = this.#task.sizes ?? [];
    const isWhole = chosen !== undefined || times >= MOMENTS.length;
    const moments = isWhole ? MOMENTS : MOMENTS.filter(({ onlyWhole }) => onlyWhole !== true);
    const from = isWhole ? (chosen ?? 1) - 1 : this.#random.below(moments.length);
    for (let round = 0; round < times; round += 1) {
      const moment = moments[(from + round) % moments.length];
      if (moment !== undefined) await this.#round(stage, moment, round);
    }
    await this.#checkAtTheEnd(stage);
    if (times >= MOMENTS.length) await checkRealSizes(this.#task, this.#findings);
    add(measured('points', Math.min(times, MOMENTS.length), 'points'));
    const isAll = times >= MOMENTS.length; // a point alone may have nothing that could be lost
    add(measured('acknowledged', stage.ledger.acknowledged.length, 'things', isAll ? { goal: '>= 1' } : {}));
    add(measured('works again after room was made, median', Math.round(medianOf(this.#resumedMs)), 'ms'));
    add(measured('works again after room was made, slowest', Math.round(Math.max(...this.#resumedMs)), 'ms'));
    for (const measure of this.#tally.measures('', 'rounds')) add(measure);
    for (const measure of this.#findings.measures) add(measure);
    for (const one of this.#findings.lines) this.#task.say(`wrong: ${one}`);
  }

  async end(): Promise<void> {
    const stage = this.#stage;
    await stage?.app.close().catch(() => undefined);
    await stage?.line.close();
    await stage?.place.close();
    this.#disk.unmount();
  }

  async #fill(): Promise<void> {
    const stage = this.#stage;
    if (stage?.app.page.isClosed() === false) await watchDoors(stage.app.page);
    if (stage?.takesReserve === true) this.#disk.keepFull();
    else this.#disk.fill();
    // The worker may be gone by now, and its list with it.
    if (stage?.app.page.isClosed() === false) await forgetDoors(stage.app.page).catch(() => undefined);
  }

  async #round(stage: Stage, moment: Moment, round: number): Promise<void> {
    stage.round = round;
    stage.takesReserve = this.#random.chance(50);
    const mine = new Findings();
    const where = `${moment.name}${stage.takesReserve ? ', the reserve too' : ''}`;
    try {
      const { end, again } = await moment.do(stage);
      this.#tally.add(`round ${end}`);
      if (end === 'silent') mine.add('invisible', 'no answer to what was tried');
      await this.#lookWhileFull(stage, mine);
      const freedMs = performance.now();
      stage.disk.clear();
      await again();
      await this.#lookAfter(stage, mine);
      this.#resumedMs.push(performance.now() - freedMs);
      await checkStore(stage.app.page, stage.ledger, mine);
      this.#task.say(`${where}: ${end}, ${String(mine.lines.length)} wrong`);
      for (const one of mine.lines) this.#task.say(`  ${one}`);
    } catch (error) {
      const [line = ''] = String(error).split('\n', 1);
      mine.add('invisible', `it does not go on by itself: ${line}`);
      this.#task.say(`${where}: stuck`);
      for (const one of [...mine.lines, ...(await stateOf(stage.app.page))]) this.#task.say(`  ${one}`);
      stage.disk.clear();
      stage.line.up();
      await stage.app.kill();
      stage.app = await startAgain(stage.launch);
    } finally {
      stage.disk.clear();
      this.#findings.take(mine, `${where}: `);
    }
  }

  /** It is said that nothing can be saved, in words; the reserve is given up; no database is opened or closed. */
  async #lookWhileFull(stage: Stage, findings: Findings): Promise<void> {
    const { app } = stage;
    const profile = stage.launch.profile ?? '';
    const isGone = await within(TOLD_WITHIN_MS, () => !existsSync(join(profile, 'ballast.bin')));
    if (!app.page.isClosed()) {
      if (!isGone) findings.add('invisible', 'the reserve was not given up');
      const isTold = await within(TOLD_WITHIN_MS, () => bannerSays(app.page, ['read_only', 'full']));
      const isSeen = isTold || (await within(0, async () => (await alertsOf(app.page)).length > 0));
      if (!isSeen) findings.add('invisible', 'a full disk is not told');
      await checkAlerts(app.page, 'a refusal', findings);
      for (const door of (await doorsOf(app.page).catch(() => undefined)) ?? [])
        findings.add('diverged', `on a full disk: ${door}`);
    }
  }

  /** By itself: the line goes, the reserve is there again, everything is on the server, and nothing was set aside. */
  async #lookAfter({ app, launch }: Stage, findings: Findings): Promise<void> {
    const profile = launch.profile ?? '';
    const isOver = await within(
      TOLD_WITHIN_MS,
      async () => !(await bannerSays(app.page, ['read_only', 'full', 'no_photos'])),
    );
    if (!isOver) findings.add('invisible', 'the line about the full disk stays');
    if (!(await within(RESUMES_WITHIN_MS, () => hasReserve(profile)))) findings.add('lost', 'the reserve');
    await app.shell.isInSync();
    for (const name of readdirSync(profile))
      if (/\.aside-|\.damaged/.test(name)) findings.add('diverged', `${name} was made`);
  }

  async #checkAtTheEnd(stage: Stage): Promise<void> {
    await stage.app.close();
    const last = await startAgain(stage.launch);
    stage.app = last;
    await last.shell.isInSync();
    await checkStore(last.page, stage.ledger, this.#findings);
    await checkServer(last.page, stage.place.adminUrl, stage.ledger, this.#findings);
  }
}
