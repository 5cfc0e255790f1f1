import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { measured } from '../../../scripts/report/report.ts';
import { freshFolder } from '../../fixtures/app.ts';
import { medianOf, type Entry, type Task } from '../../fixtures/entry.ts';
import { SeededRandom } from '../../fixtures/random.ts';
import { launchPair, type SignedIn } from '../../fixtures/world.ts';
import { Findings, Tally } from '../check/findings.ts';
import { Ledger } from '../check/ledger.ts';
import { openPlace, type Place } from '../place.ts';
import { FaultProxy } from '../proxy/faultProxy.ts';

import { checkStore, type Kind } from './ledger.ts';
import { bringBack, rebuiltAt } from './rebuilt.ts';
import { checkServer } from './serverCheck.ts';
import { startAgain } from './starts.ts';
import { killWhileSaving, killWhileTakingPhotos, newestIsShown, workAWhile, type Person } from './work.ts';

/** Longest wait between "saved" and the kill, the button and the kill, and the choice of photos and the kill, in ms. */
const AFTER_SAVED_MS = 1500;
const WHILE_SAVING_MS = 50;
const WHILE_TAKING_MS = 400;

/** Kills the app again and again on one profile while somebody works; nothing that was said to be saved may be gone. */
export const kill: Entry = {
  name: 'kill',
  about: 'SIGKILL while writing, syncing and taking photos, with and without the server: what is lost or doubled',
  times: 8,
  run: async (task) => {
    const place = await openPlace(task.server);
    const run = new KillRun(task, place, await FaultProxy.to(place.url));
    try {
      await run.go();
    } finally {
      await run.end();
    }
  },
};

/** One profile and one server's data over all rounds. */
class KillRun {
  readonly #task: Task;
  readonly #place: Place;
  readonly #line: FaultProxy;
  readonly #person: Person;
  readonly #findings = new Findings();
  readonly #tally = new Tally();
  readonly #startsMs: number[] = [];
  readonly #profile = freshFolder('faults-profile');
  #hasServer = true;
  #app: SignedIn | undefined;
  readonly #rebuiltAt = new Set<string>();
  #isFine = false;

  constructor(task: Task, place: Place, line: FaultProxy) {
    this.#task = task;
    this.#place = place;
    this.#line = line;
    this.#person = {
      random: new SeededRandom(task.seed),
      ledger: new Ledger<Kind>(),
      tag: Date.now().toString(36).slice(-5),
    };
  }

  async go(): Promise<void> {
    const options = { profile: this.#profile, server: this.#line.url };
    const first = await launchPair(options);
    this.#app = first;
    await this.#task.tookPart(first);
    await first.close();
    const calm = await startAgain(options);
    this.#app = calm;
    const startedMs = performance.now();
    for (let round = 1; round <= this.#task.times; round += 1) await this.#round(round);
    const roundMs = (performance.now() - startedMs) / this.#task.times;
    this.#useServer(true);
    await this.#app.close();
    const last = await startAgain(options);
    this.#app = last;
    await last.shell.isInSync();
    await this.#untilWhole(last);
    const { ledger } = this.#person;
    await checkStore(last.page, ledger, this.#findings);
    const server = await checkServer(last.page, this.#place.adminUrl, ledger, this.#findings);
    this.#task.add(measured('events on the server', server.events, 'events'));
    this.#task.add(measured('photos on the server', server.photos, 'photos'));
    this.#task.add(measured('logs', server.logs, 'logs', { goal: '>= 1' }));
    this.#task.add(measured('seconds per round', roundMs / 1000, 's'));
    this.#report(calm.startMs);
  }

  /** Closes what still runs; the profile stays where something is wrong with it. */
  async end(): Promise<void> {
    await this.#app?.close().catch(() => undefined);
    await this.#line.close();
    await this.#place.close();
    if (this.#isFine) rmSync(this.#profile, { recursive: true, force: true });
    else this.#task.say(`the profile was kept: ${this.#profile}`);
  }

  async #round(round: number): Promise<void> {
    if (this.#app === undefined) return;
    const { random, ledger } = this.#person;
    this.#useServer(random.chance(60));
    await workAWhile(this.#app, this.#person, round);
    const how = await this.#killNow(this.#app, round);
    const before = this.#findings.lines.length;
    const app = await startAgain({ profile: this.#profile, server: this.#line.url });
    this.#app = app;
    this.#startsMs.push(app.startMs);
    await this.#untilWhole(app);
    await checkStore(app.page, ledger, this.#findings);
    if (!(await newestIsShown(app, ledger))) this.#findings.add('lost', `screen of round ${String(round)}`);
    const server = this.#hasServer ? 'up' : 'down';
    this.#task.say(
      `round ${String(round)}: server ${server}, killed ${how}, ${String(ledger.acknowledged.length)} acknowledged, ${String(this.#findings.lines.length)} wrong`,
    );
    if (this.#findings.lines.length > before) this.#task.say(`  ${this.#findings.lines.join('\n  ')}`);
  }

  /** A store that was lost and rebuilt is whole once the server has given back what it has. */
  async #untilWhole(app: SignedIn): Promise<void> {
    const at = await rebuiltAt(app);
    if (at === undefined) return;
    this.#rebuiltAt.add(at);
    this.#useServer(true);
    await bringBack(app);
  }

  async #killNow(app: SignedIn, round: number): Promise<string> {
    const { random } = this.#person;
    if (!this.#hasServer) this.#tally.add('without the server');
    const moment = random.pick(['saving', 'taking photos', 'after saving', 'after saving'] as const);
    this.#tally.add(moment);
    if (moment === 'saving') {
      const waitMs = random.below(WHILE_SAVING_MS);
      await killWhileSaving(app, this.#person, round, waitMs);
      return `${String(waitMs)} ms after the button`;
    }
    if (moment === 'taking photos') {
      const waitMs = random.below(WHILE_TAKING_MS);
      await killWhileTakingPhotos(app, this.#person, round, waitMs);
      return `${String(waitMs)} ms after photos were chosen`;
    }
    const waitMs = random.below(AFTER_SAVED_MS);
    await pause(waitMs); // with a server the sync runs meanwhile
    await app.kill();
    return `${String(waitMs)} ms after "saved"`;
  }

  #useServer(up: boolean): void {
    this.#hasServer = up;
    if (up) this.#line.up();
    else this.#line.down();
  }

  #report(calmMs: number): void {
    const { add } = this.#task;
    const { acknowledged, unanswered } = this.#person.ledger;
    add(measured('iterations', this.#startsMs.length, 'kills', { goal: `== ${this.#task.times}` }));
    for (const measure of this.#tally.measures('killed ', 'kills')) add(measure);
    add(measured('acknowledged', acknowledged.length, 'things', { goal: '>= 1' }));
    for (const kind of new Set(acknowledged.map((deed) => deed.kind)))
      add(measured(`of these: ${kind}`, acknowledged.filter((deed) => deed.kind === kind).length, 'things'));
    add(measured('tried without an answer', unanswered.length, 'things'));
    add(measured('stores lost by the engine and rebuilt', this.#rebuiltAt.size, 'stores'));
    for (const measure of this.#findings.measures) add(measure);
    const p50 = Math.round(medianOf(this.#startsMs));
    add(measured('start after a kill to unlock screen, p50', p50, 'ms', { against: Math.round(calmMs) }));
    add(measured('start after a kill, slowest', Math.round(Math.max(...this.#startsMs)), 'ms'));
    const wrong = this.#findings.lines;
    for (const one of wrong) this.#task.say(`wrong: ${one}`);
    if (wrong.length > 0) this.#task.say(`again with --seed '${this.#task.seed}' --runs ${String(this.#task.times)}`);
    this.#isFine = wrong.length === 0;
  }
}
