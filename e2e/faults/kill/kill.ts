import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { measured } from '../../../scripts/report/report.ts';
import { freshFolder } from '../../fixtures/app.ts';
import { medianOf, type Entry, type Task } from '../../fixtures/entry.ts';
import { startHub, type RunningHub } from '../../fixtures/hub.ts';
import { SeededRandom } from '../../fixtures/random.ts';
import { ServerAccount } from '../../fixtures/server.ts';
import { launchAs, type SignedIn } from '../../fixtures/world.ts';
import { Findings } from '../check/findings.ts';
import { Ledger } from '../check/ledger.ts';

import { checkStore, type Kind } from './ledger.ts';
import { checkServer, type ServerCheck } from './serverCheck.ts';
import { startAgain } from './starts.ts';
import { killWhileSaving, newestIsShown, workAWhile } from './work.ts';

/** Longest wait between "saved" and the kill, and between the button and the kill, in milliseconds. */
const AFTER_SAVED_MS = 1500;
const WHILE_SAVING_MS = 50;

/** Kills the app again and again on one profile while somebody works; nothing that was said to be saved may be gone. */
export const kill: Entry = {
  name: 'kill',
  about: 'SIGKILL after and during saving, with and without the hub: what is lost, doubled, out of order',
  times: 8,
  run: async (task) => {
    const run = new KillRun(task, await startHub(freshFolder('faults-hub')));
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
  readonly #random: SeededRandom;
  readonly #ledger = new Ledger<Kind>();
  readonly #findings = new Findings();
  readonly #startsMs: number[] = [];
  readonly #profile = freshFolder('faults-profile');
  #hub: RunningHub;
  #hubIsUp = true;
  #app: SignedIn | undefined;
  #whileSaving = 0;
  #withoutHub = 0;
  #isFine = false;

  constructor(task: Task, hub: RunningHub) {
    this.#task = task;
    this.#random = new SeededRandom(task.seed);
    this.#hub = hub;
  }

  async go(): Promise<void> {
    const options = { profile: this.#profile, server: this.#hub.url };
    const first = await launchAs('officer', options);
    this.#app = first;
    await this.#task.tookPart(first);
    await first.shell.isInSync();
    await first.close();
    const calm = await startAgain(options);
    this.#app = calm;
    for (let round = 1; round <= this.#task.times; round += 1) await this.#round(round);
    await this.#useHub(true);
    await this.#app.close();
    const last = await startAgain(options);
    this.#app = last;
    await last.shell.isInSync();
    await checkStore(last.page, this.#ledger, this.#findings);
    const account = new ServerAccount(this.#hub.url, 'carrier');
    this.#report(await checkServer(last.page, account, this.#ledger, this.#findings), calm.startMs);
  }

  /** Closes what still runs; the profile stays where something is wrong with it. */
  async end(): Promise<void> {
    await this.#app?.close().catch(() => undefined);
    await this.#useHub(false);
    if (this.#isFine) rmSync(this.#profile, { recursive: true, force: true });
    else this.#task.say(`the profile was kept: ${this.#profile}`);
    rmSync(this.#hub.data, { recursive: true, force: true });
  }

  async #round(round: number): Promise<void> {
    if (this.#app === undefined) return;
    await this.#useHub(this.#random.chance(50));
    await workAWhile(this.#app, this.#random, this.#ledger, round);
    const how = await this.#killNow(this.#app, round);
    const app = await startAgain({ profile: this.#profile, server: this.#hub.url });
    this.#app = app;
    this.#startsMs.push(app.startMs);
    await checkStore(app.page, this.#ledger, this.#findings);
    if (!(await newestIsShown(app, this.#ledger))) this.#findings.add('lost', `screen of round ${String(round)}`);
    const { acknowledged } = this.#ledger;
    const hub = this.#hubIsUp ? 'up' : 'down';
    this.#task.say(
      `round ${String(round)}: hub ${hub}, killed ${how}, ${String(acknowledged.length)} acknowledged, ${String(this.#findings.lines.length)} wrong`,
    );
  }

  async #killNow(app: SignedIn, round: number): Promise<string> {
    if (!this.#hubIsUp) this.#withoutHub += 1;
    if (this.#random.chance(50)) {
      const waitMs = this.#random.below(WHILE_SAVING_MS);
      this.#whileSaving += 1;
      await killWhileSaving(app, this.#ledger, round, waitMs);
      return `${String(waitMs)} ms after the button`;
    }
    const waitMs = this.#random.below(AFTER_SAVED_MS);
    await pause(waitMs);
    await app.kill();
    return `${String(waitMs)} ms after "saved"`;
  }

  async #useHub(up: boolean): Promise<void> {
    if (up === this.#hubIsUp) return;
    if (up) this.#hub = await startHub(this.#hub.data, { port: this.#hub.port });
    else await this.#hub.stop();
    this.#hubIsUp = up;
  }

  #report(server: ServerCheck, calmMs: number): void {
    const { add } = this.#task;
    const { acknowledged, unanswered } = this.#ledger;
    const of = (kind: string): number => acknowledged.filter((deed) => deed.kind === kind).length;
    add(measured('iterations', this.#startsMs.length, 'kills', { goal: `== ${this.#task.times}` }));
    add(measured('killed while saving', this.#whileSaving, 'kills'));
    add(measured('killed without the hub', this.#withoutHub, 'kills'));
    add(measured('acknowledged', acknowledged.length, 'things', { goal: '>= 1' }));
    add(measured('of these inspections', of('inspection'), 'things'));
    add(measured('of these open forms', of('draft'), 'things'));
    add(measured('tried without an answer', unanswered.length, 'things'));
    add(measured('events on the server', server.events, 'events'));
    add(measured('logs', server.logs, 'logs', { goal: '>= 1' }));
    for (const gap of [...server.gaps, ...server.apart]) this.#findings.add('diverged', gap);
    for (const measure of this.#findings.measures) add(measure);
    const p50 = Math.round(medianOf(this.#startsMs));
    add(measured('start after a kill to unlock screen, p50', p50, 'ms', { against: Math.round(calmMs) }));
    add(measured('start after a kill, slowest', Math.round(Math.max(...this.#startsMs)), 'ms'));
    const wrong = this.#findings.lines;
    for (const one of wrong) this.#task.say(`wrong: ${one}`);
    this.#isFine = wrong.length === 0;
  }
}
