import { RemoteProblem } from '#renderer/data/remote/problem.ts';

import { HandoverCarrier } from '../../../scripts/server-handover/carrier.ts';
import { ServerClient } from '../../../scripts/server-setup/client.ts';
import { TestWorker } from '../../integration/aWorker.ts';
import { exportFrom, importOn } from '../../integration/bundles.ts';
import { Line } from '../../integration/line.ts';
import type { Tally } from '../check/findings.ts';
import { Ledger } from '../check/ledger.ts';
import { takeDeed, type DeedName } from '../office/deeds.ts';
import { Desk, type Kept } from '../office/desk.ts';
import type { Place } from '../place.ts';
import type { Fault } from '../proxy/fault.ts';

import { Accounts } from './accounts.ts';
import { runUntilPlug } from './plug.ts';
import type { FleetStep, TabletStep } from './steps.ts';
import type { Tablet } from './tablet.ts';
import { forgetAll, refuseRecords, withdrawOne } from './withdraw.ts';

/** People at each device: two pairs and a leader of one district, the brigade's, another district's pair. */
const CREWS = [
  ['lin.fang', 'chen.wei'],
  ['lin.fang', 'zhou.min'],
  ['du.cha'],
  ['chen.wei', 'zhou.min'],
  ['tang.li', 'he.jun'],
  ['zhou.min', 'lin.fang', 'chen.wei'],
] as const;
/** How often everybody signs in and syncs at the end until nothing waits any more. */
const SETTLE_ROUNDS = 4;
/** Who can hand a case over, and to whom. */
const LEADER = 'zhou.min';
const RECEIVER = 'xss';
/** A 202 that a cluster which is not whole gives to what it stored. */
const NO_FAULT: Fault = { is: 'none' };

/** Some devices of a bureau at one server, and what was said to be saved on them. */
export class Fleet {
  readonly desks: readonly Desk[];
  readonly ledger: Ledger<Kept>;
  readonly accounts: Accounts;
  /** The device that is the whole app, in some histories. */
  readonly tablet: Tablet | undefined;
  readonly #carrier: HandoverCarrier;
  readonly #tally: Tally;
  /** Devices whose next requests do not go as they should. */
  readonly #lying = new Set<Desk>();
  readonly #down = new Set<Desk>();

  private constructor(
    desks: readonly Desk[],
    ledger: Ledger<Kept>,
    adminUrl: string,
    tally: Tally,
    tablet: Tablet | undefined,
  ) {
    this.desks = desks;
    this.tablet = tablet;
    this.ledger = ledger;
    this.accounts = new Accounts(adminUrl);
    this.#carrier = new HandoverCarrier(new ServerClient(adminUrl));
    this.#tally = tally;
  }

  /** Everybody has signed in once where they work, and everything is in sync. */
  static async open(place: Place, devices: number, tally: Tally, tablet?: Tablet): Promise<Fleet> {
    const ledger = new Ledger<Kept>();
    const desks: Desk[] = [];
    for (const crew of CREWS.slice(0, devices)) {
      const worker = new TestWorker(await Line.to(place.url));
      await worker.reopen();
      for (const person of crew) await worker.signIn(person);
      desks.push(new Desk(worker, crew, ledger));
    }
    for (const { worker } of desks) await worker.sync();
    return new Fleet(desks, ledger, place.adminUrl, tally, tablet);
  }

  async close(): Promise<void> {
    for (const { worker } of this.desks) await worker.close();
    await this.tablet?.close();
  }

  /** Takes a step; `look` is the caller's to take. */
  async take(step: FleetStep): Promise<void> {
    const desk = this.desks[step.device]!;
    this.#tally.add(`step ${step.is}`);
    if (step.is === 'deed') await this.#deed(desk, step.deed, step.pick);
    else if (step.is === 'sync') await this.#sync(desk);
    else if (step.is === 'turn') await desk.enter();
    else if (step.is === 'crash') await desk.restart(step.wipe);
    else if (step.is === 'crashDuring') await this.#crashDuring(desk, step);
    else if (step.is === 'plug') await this.#plug(desk, step);
    else if (step.is === 'withdraw') await this.#withdraw(desk, step.pick);
    else if (step.is === 'handOver') await this.#handOver(desk, step.pick);
    else if (step.is === 'carry') await this.#carry();
    else if (step.is === 'tablet') await this.#onTablet(step);
    else if (step.is === 'clock') desk.worker.clockAheadMs = step.aheadMs;
    else if (step.is === 'bundle') await this.#bundle(desk, this.desks[step.to]!);
    else if (step.is === 'lie') {
      if (step.how === 'forget') await this.#forget(desk);
      else this.#lie(desk, step.how, step.requests);
    } else if (step.is === 'role') {
      if (step.role === 'own') await this.accounts.giveBack(desk.user);
      else await this.accounts.give(desk.user, step.role);
    } else if (step.is === 'down') {
      this.#down.add(desk);
      desk.worker.line.down();
    } else if (step.is === 'up') {
      this.#down.delete(desk);
      desk.worker.line.up();
    }
  }

  /** Lines, clocks and roles are as they should be; everyone signs in everywhere until nothing waits. */
  async settle(): Promise<void> {
    await this.accounts.giveAllBack();
    this.#lying.clear();
    this.#down.clear();
    for (const { worker } of this.desks) {
      worker.line.up();
      worker.line.lie();
      worker.clockAheadMs = 0;
    }
    await this.tablet?.sync();
    for (let round = 0; round < SETTLE_ROUNDS; round += 1) {
      for (const desk of this.desks) {
        for (const turn of desk.crew.keys()) {
          await desk.enter(turn);
          await this.#retryRefused(desk);
          await desk.worker.sync();
        }
      }
      await this.#carry();
      if (!(await this.#isAnythingOpen())) break;
    }
    await this.#carry();
    for (const { worker } of this.desks) await worker.sync();
    await this.tablet?.sync();
  }

  /** A role that an account lost for a moment would make the tablet read-only until somebody signs in again: not now. */
  async #onTablet(step: TabletStep): Promise<void> {
    if (step.what === 'sync' && this.accounts.areChanged) return;
    this.#tally.add(`in Electron: ${step.what}`);
    await this.tablet?.take(step);
  }

  async #deed(desk: Desk, deed: DeedName, pick: number): Promise<void> {
    const refusal = await takeDeed(desk, deed, pick);
    this.#tally.add(refusal === undefined ? 'done' : `not done: ${refusal}`);
  }

  async #plug(desk: Desk, step: Extract<FleetStep, { is: 'plug' }>): Promise<void> {
    const { worker } = desk;
    const run = (): Promise<unknown> =>
      step.what === 'sync' ? this.#sync(desk) : takeDeed(desk, step.what, step.pick);
    if (!(await runUntilPlug(worker, step, run))) return;
    this.#tally.add(`power off ${step.when} ${step.at}`);
    await desk.restart(false);
  }

  /** The server refuses what waits, and the person at the screen takes one record back. */
  async #withdraw(desk: Desk, pick: number): Promise<void> {
    if (this.#down.has(desk) || this.#lying.has(desk) || this.accounts.areChanged) return;
    desk.worker.line.proxy.meet = refuseRecords;
    try {
      await this.#sync(desk);
    } finally {
      desk.worker.line.lie();
    }
    const refusal = await withdrawOne(desk, pick);
    this.#tally.add(refusal === undefined ? 'withdrawn' : `not withdrawn: ${refusal}`);
  }

  async #handOver(desk: Desk, pick: number): Promise<void> {
    const turn = desk.crew.indexOf(LEADER);
    if (turn < 0) return;
    await desk.enter(turn);
    const cases = await desk.worker.ctx.db.cases.toArray();
    const row = cases[pick % Math.max(1, cases.length)];
    if (row === undefined) return;
    const answer = await desk.worker.send('case.handOver', { caseId: row.id, to: RECEIVER, reason: '示例' });
    const refusal = await desk.note(answer, () => ({}));
    this.#tally.add(refusal === undefined ? 'handed over' : `not handed over: ${refusal}`);
  }

  async #carry(): Promise<void> {
    const { records, files, problems } = await this.#carrier.run(Date.now());
    if (problems.length > 0) throw new Error(problems.join('; '));
    this.#tally.add('carried to a receiver', records + files);
  }

  async #crashDuring(desk: Desk, step: Extract<FleetStep, { is: 'crashDuring' }>): Promise<void> {
    const running = step.what === 'sync' ? this.#sync(desk) : takeDeed(desk, step.what, step.pick);
    running.catch(() => undefined); // it may end with the device
    for (let tick = 0; tick < step.ticks; tick += 1) await new Promise((done) => setImmediate(done));
    await desk.restart(step.wipe);
  }

  /** A squad's stick: from one device to another of the same organisation. */
  async #bundle(from: Desk, to: Desk): Promise<void> {
    const orgOf = ({ worker }: Desk): string | undefined => worker.ctx.session.profile?.org;
    if (from === to || orgOf(from) !== orgOf(to)) return;
    const waiting = await from.worker.ctx.db.outbox.count();
    if (waiting === 0) return;
    await importOn(to.worker, await exportFrom(from.worker));
    this.#tally.add('carried by bundle', waiting);
  }

  /** A round of the sync, which may fail only for what was done to it. */
  async #sync(desk: Desk): Promise<void> {
    try {
      await desk.worker.sync();
    } catch (error) {
      if (!(error instanceof RemoteProblem)) throw error;
      this.#tally.add(`sync: ${error.problem}`);
      const isOurs = this.#down.has(desk) || this.#lying.has(desk) || this.accounts.areChanged;
      if (!isOurs) throw error;
    }
  }

  /** One round in which the server says 201 and keeps nothing; what a device then believes is looked at at once. */
  async #forget(desk: Desk): Promise<void> {
    if (this.#lying.has(desk)) return;
    this.#lying.add(desk);
    desk.worker.line.proxy.meet = forgetAll;
    try {
      await this.#sync(desk);
    } finally {
      this.#lying.delete(desk);
      desk.worker.line.lie();
    }
  }

  #lie(desk: Desk, how: 'lose' | 'doubt' | 'flaky', requests: number): void {
    let left = requests;
    this.#lying.add(desk);
    const doubtful: Fault = {
      is: 'change',
      change: (status, text) => ({ status: status === 201 ? 202 : status, text }),
    };
    desk.worker.line.proxy.meet = () => {
      left -= 1;
      if (left < 0) {
        this.#lying.delete(desk);
        desk.worker.line.lie();
        return NO_FAULT;
      }
      if (how === 'doubt') return doubtful;
      return how === 'lose' || left % 2 === 0 ? { is: 'loseAnswer' } : NO_FAULT;
    };
  }

  /** What a person does with refused items once the reason is gone. */
  async #retryRefused({ worker }: Desk): Promise<void> {
    const { db } = worker.ctx;
    const again = { state: 'waiting' as const, reason: undefined, refusedAt: undefined };
    for (const { id } of await db.outbox.where('state').equals('refused').toArray()) await db.outbox.update(id, again);
    for (const { key } of await db.blobs.where('state').equals('refused').toArray())
      await db.blobs.update(key, { state: 'waiting', reason: undefined });
  }

  async #isAnythingOpen(): Promise<boolean> {
    for (const { worker } of this.desks) {
      const { outbox, blobs } = worker.ctx.db;
      if ((await outbox.count()) > 0 || (await blobs.where('state').anyOf('waiting', 'refused').count()) > 0)
        return true;
    }
    return false;
  }
}
