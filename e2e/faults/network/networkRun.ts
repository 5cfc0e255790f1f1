import { setTimeout as pause } from 'node:timers/promises';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { MAX_ISSUE_SKEW_MS } from '#renderer/data/runtime/clock.ts';
import type { SyncStatus } from '#renderer/data/status.ts';

import { DEMO_PASSWORD } from '../../../scripts/server-setup/demoPeople.ts';
import { SeededRandom } from '../../fixtures/random.ts';
import { TestWorker } from '../../integration/aWorker.ts';
import { Line } from '../../integration/line.ts';
import { checkDevice } from '../check/devices.ts';
import { checkServerContent } from '../check/everything.ts';
import type { Findings, Tally } from '../check/findings.ts';
import { Ledger } from '../check/ledger.ts';
import { readServer } from '../check/serverContent.ts';
import { checkProblem, checkVisible } from '../check/visible.ts';
import { contentOf, unsettledOf } from '../check/workers.ts';
import { takeDeed } from '../office/deeds.ts';
import { Desk, type Kept } from '../office/desk.ts';
import type { Place } from '../place.ts';
import { drawFault, drawWeather, type Weather } from '../proxy/draw.ts';
import type { Fault } from '../proxy/fault.ts';
import type { Sheet } from '../seededRuns.ts';

import type { NetworkStep } from './steps.ts';
import { mostInASecond, unaskedRetries } from './watch.ts';

const CREWS = [['lin.fang', 'chen.wei'], ['zhou.min']] as const;
/** Databases that both devices keep. */
const OURS = /^(work|case)-hsg/;
/** How long everything may take to arrive once the network is honest, in milliseconds. */
const SETTLE_MS = 30_000;
/** More requests of one device within a second, while all of them fail and nobody does anything, are a storm. */
const STORM = 8;
const BLACKOUT_MS = 1_500;
/** Problems that only a person solves, with the password. */
const ASKS_PERSON: ReadonlySet<string> = new Set(['wrong_password', 'password_changed', 'account_locked']);
/** A locked account opens again after five minutes, which pass before everything is looked at. */
const LOCKOUT_IS_OVER_MS = 6 * 60_000;
/** Answers that a whole blackout gives. */
const BLACKOUTS: readonly Fault[] = [
  { is: 'refuse' },
  { is: 'portal', redirects: false },
  { is: 'answer', status: 503, json: { error: 'service_unavailable' }, headers: { 'retry-after': '1' } },
  { is: 'answer', status: 429, json: { error: 'too_many_requests' }, headers: { 'retry-after': '1' } },
  { is: 'answer', status: 401, json: { error: 'unauthorized', reason: 'Name or password is incorrect.' } },
];

/** Two devices of one organisation behind a line each, and everything that happened to them. */
export class NetworkRun {
  readonly #findings: Findings;
  readonly #place: Place;
  readonly #random: SeededRandom;
  readonly #weather: Weather;
  readonly #tally: Tally;
  readonly #ledger = new Ledger<Kept>();
  readonly #desks: Desk[] = [];
  readonly #typedAtMs: number[][] = [[], []];

  constructor(place: Place, seed: string, { findings, tally }: Sheet) {
    this.#findings = findings;
    this.#place = place;
    this.#random = new SeededRandom(`${seed}|weather`);
    this.#weather = drawWeather(this.#random);
    this.#tally = tally;
  }

  async go(steps: readonly NetworkStep[]): Promise<void> {
    try {
      await this.#open();
      for (const step of steps) await this.#take(step);
      await this.#blackOut();
      await this.#settle();
      await this.#check();
    } finally {
      for (const { worker } of this.#desks) await worker.close();
    }
  }

  async #open(): Promise<void> {
    for (const crew of CREWS) {
      const worker = new TestWorker(await Line.to(this.#place.url));
      worker.isLive = true;
      await worker.reopen();
      for (const person of crew) await worker.signIn(person);
      await worker.do('sync.now', {});
      this.#desks.push(new Desk(worker, crew, this.#ledger));
    }
    for (const [index, { worker }] of this.#desks.entries()) {
      const random = new SeededRandom(`${this.#random.hex()}|${String(index)}`);
      worker.line.proxy.meet = (request) => drawFault(random, this.#weather, request);
    }
  }

  async #take(step: NetworkStep): Promise<void> {
    this.#tally.add(`step ${step.is}`);
    if (step.is === 'wait') {
      await pause(step.ms);
      return;
    }
    const desk = this.#desks[step.desk]!;
    if (step.is === 'sync') await this.#sync(step.desk);
    else if (step.is === 'clock') desk.worker.clockAheadMs = step.aheadMs;
    else if (step.is === 'serverClock') desk.worker.line.proxy.serverAheadMs = step.aheadMs;
    else {
      const knownWrong = Math.abs(desk.worker.ctx.clock.serverOffsetMs ?? 0) > MAX_ISSUE_SKEW_MS;
      const refusal = await takeDeed(desk, step.deed, step.pick);
      if (refusal === 'clock_wrong') this.#tally.add('refused for a wrong clock');
      if (step.deed === 'issue' && knownWrong && refusal === undefined)
        this.#findings.add('diverged', 'a notice was issued with a clock that was known to be wrong');
    }
  }

  /** Somebody asks for a sync; when the password is doubted the same person types again. */
  async #sync(index: number): Promise<SyncStatus> {
    const { worker } = this.#desks[index]!;
    const status = await worker.do('sync.now', {});
    checkProblem(`device ${String(index)}`, status, this.#findings);
    checkVisible(`device ${String(index)}`, await unsettledOf(worker), this.#findings, { moves: true });
    if (status.problem !== undefined) this.#tally.add(`told ${status.problem}`);
    if (status.phase !== 'offline' || !ASKS_PERSON.has(status.problem ?? '')) return status;
    await pause(200); // nothing may be tried meanwhile
    await this.#type(index);
    return status;
  }

  /** Somebody types the password again; that may fail like anything else and then says why. */
  async #type(index: number): Promise<void> {
    const { worker, user } = this.#desks[index]!;
    this.#typedAtMs[index]!.push(Date.now());
    const answer = await worker.send('session.signIn', { user, password: DEMO_PASSWORD });
    if (answer.ok) return;
    const { code } = answer.error;
    this.#tally.add(`sign-in: ${code}`);
    if (messageOf(answer.error).what.includes(code)) this.#findings.add('invisible', `no words for "${code}"`);
  }

  /** Everything fails in one way and nobody does anything: how much is asked meanwhile. */
  async #blackOut(): Promise<void> {
    const fault = this.#random.pick(BLACKOUTS);
    for (const { worker } of this.#desks) worker.line.proxy.meet = () => fault;
    for (const index of this.#desks.keys()) await this.#sync(index);
    const fromMs = Date.now();
    await pause(BLACKOUT_MS);
    for (const [index, { worker }] of this.#desks.entries()) {
      const most = mostInASecond(worker.line.proxy.log, fromMs, Date.now());
      if (most > STORM)
        this.#findings.add('diverged', `a storm of ${String(most)} requests in a second, device ${String(index)}`);
    }
  }

  /** The line is honest and all clocks are right; what was refused is tried again. */
  async #settle(): Promise<void> {
    for (const [index, { worker }] of this.#desks.entries()) {
      worker.line.lie();
      worker.line.proxy.serverAheadMs = 0;
      worker.clockAheadMs = 0;
      await this.#sync(index); // an account that was closed while the clock was ahead: its time begins anew
      worker.clockAheadMs = LOCKOUT_IS_OVER_MS;
    }
    // The first device signs in with every person; the second one then reads what the first one sent.
    for (const [index, desk] of [...this.#desks.entries(), ...this.#desks.entries()]) {
      for (const turn of desk.crew.keys()) {
        this.#typedAtMs[index]!.push(Date.now());
        await desk.enter(turn);
        await this.#untilSettled(index, desk);
      }
    }
  }

  async #untilSettled(index: number, { worker }: Desk): Promise<void> {
    const untilMs = Date.now() + SETTLE_MS;
    for (;;) {
      let status = await this.#sync(index);
      await worker.ctx.lane.now(); // as a person who asks for it: without the pauses after failures
      if (status.refused > 0) {
        this.#tally.add('retried refusals', status.refused);
        status = await worker.do('sync.retry', {});
      }
      const user = worker.ctx.session.profile?.user;
      const own = await worker.ctx.db.outbox.filter(({ by }) => by === user).count();
      const blobs = await worker.ctx.db.blobs.filter(({ by, state }) => by === user && isOpen(state)).count();
      if (status.phase === 'in_sync' && own === 0 && blobs === 0) return;
      if (Date.now() > untilMs) {
        this.#findings.add('lost', `device ${String(index)} does not settle: ${JSON.stringify(status)}`);
        return;
      }
      await pause(100);
    }
  }

  async #check(): Promise<void> {
    const server = await readServer(this.#place.adminUrl);
    checkServerContent(server, this.#ledger, this.#findings);
    for (const [index, { worker }] of this.#desks.entries()) {
      const place = `device ${String(index)}`;
      await checkDevice(await contentOf(place, worker, (db) => OURS.test(db)), server, this.#findings);
      checkVisible(place, await unsettledOf(worker), this.#findings, { moves: false });
      for (const retry of unaskedRetries(worker.line.proxy.log, this.#typedAtMs[index]!))
        this.#findings.add('diverged', `${place} asked with a doubted password: ${retry}`);
      for (const { fault } of worker.line.proxy.log) if (fault !== 'none') this.#tally.add(`fault ${fault}`);
      this.#tally.add('requests', worker.line.proxy.log.length);
    }
    this.#tally.add('acknowledged', this.#ledger.acknowledged.length);
    this.#tally.add('acknowledged photos', this.#ledger.only('photo').acknowledged.length);
  }
}

function isOpen(state: string): boolean {
  return state === 'waiting' || state === 'refused';
}
