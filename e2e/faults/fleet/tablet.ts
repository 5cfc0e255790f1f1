import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import type { BlobRow, DraftRow, EventRow, MetaRow, WithheldRow } from '#renderer/data/tables.ts';

import { freshFolder } from '../../fixtures/app.ts';
import { SeededRandom } from '../../fixtures/random.ts';
import { readRows } from '../../fixtures/store.ts';
import { command, dataWorkerOf } from '../../fixtures/workerCommands.ts';
import { launchPair, type SignedIn } from '../../fixtures/world.ts';
import { checkDevice, shownBy } from '../check/devices.ts';
import type { Findings } from '../check/findings.ts';
import { countDeeds, Ledger, type Deed } from '../check/ledger.ts';
import type { ServerContent } from '../check/serverContent.ts';
import { deedsOf, isSame, RECORDS, type Kind } from '../kill/ledger.ts';
import { bringBack, rebuiltAt } from '../kill/rebuilt.ts';
import { startAgain } from '../kill/starts.ts';
import { killWhileSaving, killWhileTakingPhotos, workAWhile, type Person } from '../kill/work.ts';
import type { Place } from '../place.ts';
import { FaultProxy } from '../proxy/faultProxy.ts';

import type { TabletStep } from './steps.ts';

/** How long the tablet may take to have nothing waiting any more, and how often it is asked, in milliseconds. */
const [SETTLE_MS, ASK_MS] = [60_000, 250] as const;
/** Longest wait between the button and the kill, and the choice of photos and the kill, in milliseconds. */
const [WHILE_SAVING_MS, WHILE_TAKING_MS] = [50, 400] as const;
const PLACE = 'the tablet';
/** Databases that the pair of this tablet keeps. */
const OURS = /^(work|case)-hsg(-|$)/;

/**
 * A device of the fleet that is the whole app, in Electron, worked by its screens. Its line is up only while it syncs: what
 * happens to accounts and to the server meanwhile meets it then.
 */
export class Tablet {
  readonly #line: FaultProxy;
  readonly #profile: string;
  readonly #ledger = new Ledger<Kind>();
  readonly #tag = Date.now().toString(36).slice(-5);
  #app: SignedIn;
  #round = 0;

  private constructor(line: FaultProxy, profile: string, app: SignedIn) {
    this.#line = line;
    this.#profile = profile;
    this.#app = app;
  }

  /** A fresh profile; both officers have signed in, and everything is in sync. */
  static async open(place: Place): Promise<Tablet> {
    const line = await FaultProxy.to(place.url);
    const profile = freshFolder('faults-tablet');
    const tablet = new Tablet(line, profile, await launchPair({ profile, server: line.url }));
    line.down();
    return tablet;
  }

  async close(): Promise<void> {
    await this.#app.kill();
    await this.#line.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  /** How many things it said were saved. */
  get acknowledged(): number {
    return this.#ledger.acknowledged.length;
  }

  async take(step: TabletStep): Promise<void> {
    this.#round += 1;
    const person: Person = { random: new SeededRandom(String(step.pick)), ledger: this.#ledger, tag: this.#tag };
    if (step.what === 'work') await workAWhile(this.#app, person, this.#round);
    else if (step.what === 'sync') await this.sync();
    else {
      if (step.what === 'killSaving')
        await killWhileSaving(this.#app, person, this.#round, step.pick % WHILE_SAVING_MS);
      else if (step.what === 'killPhotos')
        await killWhileTakingPhotos(this.#app, person, this.#round, step.pick % WHILE_TAKING_MS);
      else await this.#app.kill();
      this.#app = await startAgain({ profile: this.#profile, server: this.#line.url });
    }
  }

  /** With the line up until nothing waits; what Chromium lost comes back first. */
  async sync(): Promise<void> {
    this.#line.up();
    try {
      if ((await rebuiltAt(this.#app)) !== undefined) await bringBack(this.#app);
      const worker = await dataWorkerOf(this.#app.page);
      const untilMs = Date.now() + SETTLE_MS;
      for (;;) {
        const status = await command(worker, 'sync.now', {});
        const waiting = status.waitingEvents + status.waitingBlobs;
        if (status.phase === 'in_sync' && waiting === 0) return;
        if (Date.now() > untilMs) throw new Error(`the tablet does not settle: ${JSON.stringify(status)}`);
        await pause(ASK_MS);
      }
    } finally {
      this.#line.down();
    }
  }

  /** What must hold at the end: everything it said is saved is there once, and its screens are as the server's events say. */
  async check(server: ServerContent, findings: Findings): Promise<void> {
    const { page } = this.#app;
    const events = await readRows<EventRow>(page, 'events');
    const shown = await shownBy((table) => readRows(page, table));
    const withheld = new Set((await readRows<WithheldRow>(page, 'withheld')).map(({ named }) => named));
    await checkDevice({ place: PLACE, sees: (db) => OURS.test(db), events, shown, withheld }, server, findings);

    // Others inspect its shops, too, and a case that was handed over stands in two databases.
    const device = (await readRows<MetaRow>(page, 'meta')).find(({ key }) => key === 'device')?.value as { id: string };
    const there = new Map(server.events.map(({ event }) => [event._id, event]));
    for (const [place, all] of [
      [PLACE, events.map(({ event }) => event)],
      ['server', [...there.values()]],
    ] as const) {
      const deeds = all.filter((event) => event.device === device.id).flatMap(deedsOf);
      const times = (deed: Deed): number => deeds.filter((one) => isSame(one, deed)).length;
      countDeeds(this.#ledger.only(...RECORDS), findings, times, place);
    }
    await this.#checkFiles(server, findings);
  }

  async #checkFiles(server: ServerContent, findings: Findings): Promise<void> {
    const { page } = this.#app;
    const blobs = (await readRows<BlobRow>(page, 'blobs')).map(({ key }) => key);
    const drafts = (await readRows<DraftRow>(page, 'drafts')).map(({ content }) => JSON.stringify(content));
    const isIn = (keys: readonly string[]) => (deed: Deed) => (keys.includes(`photo:${deed.name}`) ? 1 : 0);
    countDeeds(this.#ledger.only('photo', 'shot'), findings, isIn(blobs), PLACE);
    countDeeds(this.#ledger.only('photo'), findings, isIn(server.blobs.map(({ key }) => key)), 'bytes on the server');
    countDeeds(
      this.#ledger.only('draft'),
      findings,
      ({ name }) => drafts.filter((text) => text.includes(name)).length,
      PLACE,
    );
  }
}
