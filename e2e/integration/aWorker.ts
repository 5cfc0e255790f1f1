import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { dispatchPort, type PortHandlers } from '#main/bridge/dispatch.ts';
import { portHandlers } from '#main/bridge/portHandlers.ts';
import { BundleDesk } from '#main/exchange/bundleDesk.ts';
import { RecoveryKeeper } from '#main/exchange/recoveryKeeper.ts';
import { BlobStore } from '#main/journal/blobStore.ts';
import { Journal } from '#main/journal/journal.ts';
import { openDevice } from '#main/keys/device.ts';
import { openMasterKey } from '#main/keys/keyStore.ts';
import { deriveKey } from '#main/keys/seal.ts';
import { Vault } from '#main/keys/vault.ts';
import { NO_QUEUE, type PrintHandlers } from '#main/printing/system.ts';
import { storeRescue } from '#main/rescue/storeRescue.ts';
import { NetOutcomes } from '#main/shell/netOutcomes.ts';
import { HANDLERS } from '#renderer/data/commands/handlers.ts';
import { compose } from '#renderer/data/compose.ts';
import type { Context } from '#renderer/data/context.ts';
import { dispatch } from '#renderer/data/dispatch.ts';
import { connectPort, type PortClient } from '#renderer/data/port.ts';
import type { CommandAnswer, CommandInput, CommandName, CommandResults } from '#renderer/data/protocol.ts';
import { syncRound } from '#renderer/data/sync/cycle.ts';
import type { DiskState } from '#shared/bridge/disk.ts';
import type { PortRequest } from '#shared/bridge/port.ts';

import { DEMO_PASSWORD } from '../../scripts/server-setup/demoPeople.ts';

import { useBrowserParts } from './browserParts.ts';
import { Line } from './line.ts';

useBrowserParts();

const CATALOGUE = resolve(import.meta.dirname, '../../resources/catalogue');
const PIN = '135790';

/** What a test does to requests to main, by name: answer itself by throwing, or let them through. */
export type PortFault = (request: PortRequest, input: unknown) => void;

/** A sync loop that only goes when it is asked to. */
const still: Omit<Context['loop'], 'now'> = { resume: () => undefined, stop: () => undefined };
const stillLane = { resume: () => undefined, hurry: () => undefined, kick: () => undefined };

type Main = { readonly handlers: PortHandlers; readonly journal: Journal; readonly desk: BundleDesk };
type Life = {
  readonly ctx: Context;
  readonly desk: BundleDesk;
  readonly lane: Context['lane'];
  readonly cut: () => void;
  readonly end: () => Promise<void>;
};

/**
 * One device as the app has it: the real data worker on an IndexedDB in memory, the real journal, blobs, vault and keys
 * of the main process in a folder, and a line of its own to the server.
 */
export class TestWorker {
  readonly line: Line;
  readonly folder: string;
  /** Called before each request to main. */
  fault: PortFault = () => undefined;
  /** Called after main has done what a request asked for, before the data worker hears of it. */
  done: PortFault = () => undefined;
  /** What main says about the disk. */
  disk: DiskState = { level: 'plenty', copies: [] };
  /** True: the sync loop goes round by itself, as in the app; otherwise rounds are the test's to make. */
  isLive = false;
  /** How far the device's clock stands ahead of what it is, in milliseconds. */
  clockAheadMs = 0;
  /** What may be written before the disk takes no photos any more, as main sees it. */
  freeBytes = 100 * 1024 ** 3;
  /** The system's print queue. */
  printing: PrintHandlers = NO_QUEUE;
  #life: Life | undefined;
  #stores = 0;

  constructor(line: Line) {
    this.line = line;
    this.folder = mkdtempSync(join(tmpdir(), 'xunzhi-worker-'));
  }

  /** Name of the store that the next start opens; the outbox is named after it. */
  get storeName(): string {
    return `${this.folder}-${String(this.#stores)}`;
  }

  get ctx(): Context {
    if (this.#life === undefined) throw new Error('this device is not running');
    return this.#life.ctx;
  }

  /** The main process's side of bundles, as the window's bridge uses it. */
  get desk(): BundleDesk {
    if (this.#life === undefined) throw new Error('this device is not running');
    return this.#life.desk;
  }

  /** A command as a screen sends it. */
  async send<C extends CommandName>(command: C, input: CommandInput<C>): Promise<CommandAnswer<CommandResults[C]>> {
    return (await dispatch(this.ctx, HANDLERS, command, input)) as CommandAnswer<CommandResults[C]>;
  }

  /** A command that must succeed. */
  async do<C extends CommandName>(command: C, input: CommandInput<C>): Promise<CommandResults[C]> {
    const answer = await this.send(command, input);
    if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  }

  /** One round of the sync, then everything that waits in the lane of photos; throws what stops the round. */
  async sync(): Promise<void> {
    await this.syncRecords();
    await this.ctx.lane.now();
  }

  /** One round of the sync without photos; throws what stops it. */
  async syncRecords(): Promise<void> {
    const { remote, session } = this.ctx;
    if (remote === undefined || session.profile === undefined || session.authorization === undefined)
      throw new Error('nobody is signed in');
    this.ctx.pace.forward(); // as when a person asks for it
    await syncRound(this.ctx, remote, session.profile, session.authorization);
  }

  /** What the loop of the records does after a good round: the lane goes when it may. */
  kickLane(): void {
    this.#life?.lane.kick();
  }

  /** What a typed password does. */
  resumeLane(): void {
    this.#life?.lane.resume();
  }

  async signIn(user: string): Promise<void> {
    const info = await this.do('session.signIn', { user, password: DEMO_PASSWORD });
    if (info.hasPin !== true) await this.do('session.setPin', { pin: PIN });
  }

  async unlock(user: string): Promise<void> {
    await this.do('session.unlock', { user, pin: PIN });
  }

  /** The confirmation of a second officer who has signed in on this device before. */
  second(user: string): { readonly user: string; readonly pin: string } {
    return { user, pin: PIN };
  }

  /** The power goes in this very moment: no answer of main arrives any more. `crash` comes after it. */
  pullPlug(): void {
    this.#life?.cut();
  }

  /** kill -9: nothing that runs goes on, no answer arrives. Disk and IndexedDB stay as they are. */
  async crash(): Promise<void> {
    await this.#life?.end();
    this.#life = undefined;
  }

  /** Chromium threw the profile's IndexedDB away (electron/electron#41877); journal and keys are there. */
  async crashAndWipe(): Promise<void> {
    await this.crash();
    this.#stores += 1;
  }

  /** Starts (again) with what disk and IndexedDB hold. */
  async reopen(): Promise<void> {
    await this.crash();
    const main = await this.#openMain();
    const port = cuttable(main.handlers, {
      before: (request, input) => {
        this.fault(request, input);
      },
      after: (request, input) => {
        this.done(request, input);
      },
    });
    const name = this.storeName;
    const real = await compose(port.client, { database: name, outbox: `${name}-outbox` });
    Object.assign(real.clock, { nowMs: () => Date.now() + this.clockAheadMs });
    // Rounds of the sync are the test's to make.
    const ctx: Context = this.isLive
      ? real
      : {
          ...real,
          get catalogue() {
            return real.catalogue;
          },
          kickSync: () => undefined,
          loop: { ...still, now: () => real.loop.now() },
          lane: { ...stillLane, now: () => real.lane.now() },
        };
    const end = async (): Promise<void> => {
      real.loop.stop();
      port.cut();
      ctx.db.close();
      await port.settled();
      await main.journal.close();
    };
    this.#life = { ctx, desk: main.desk, lane: real.lane, cut: port.cut, end };
  }

  /** The end of the device: thousands of them in one process leave nothing behind, in memory or on the disk. */
  async close(): Promise<void> {
    await this.crash();
    await this.line.close();
    for (const { name } of await indexedDB.databases()) if (name?.includes(this.folder) === true) await forget(name);
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #openMain(): Promise<Main> {
    const keys = join(this.folder, 'keys');
    const master = await openMasterKey(keys, undefined);
    const journal = await Journal.open(join(this.folder, 'journal'), deriveKey(master.key, 'journal'), Date.now());
    const blobs = await BlobStore.open(join(this.folder, 'blobs'), deriveKey(master.key, 'blobs'));
    const device = await openDevice(keys, master.key, null);
    const recovery = await RecoveryKeeper.open(keys, master.key, device.id);
    const free = (): Promise<number> => Promise.resolve(this.freeBytes);
    const nowIso = (): string => new Date().toISOString();
    const desk = new BundleDesk({ app: 'test', journal, blobs, device, recovery, free, nowIso });
    const parts = {
      ...{ journal, blobs, device, recovery, desk },
      vault: await Vault.open(keys, master.key, Date.now),
      outcomes: new NetOutcomes(),
      disk: { state: () => Promise.resolve(this.disk) },
      rescue: storeRescue(this.folder, () => undefined),
      printing: this.printing,
      catalogue: CATALOGUE,
      info: () => ({
        version: 'test',
        electron: 'none',
        packaged: false,
        server: this.line.url,
        keyStorage: 'key_file' as const,
        clock: null,
        seed: null,
      }),
    };
    return { handlers: portHandlers(parts), journal, desk };
  }
}

function forget(database: string): Promise<void> {
  return new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase(database);
    request.onsuccess = () => {
      done();
    };
    request.onerror = () => {
      fail(request.error ?? new Error(`${database} stays`));
    };
  });
}

type Cuttable = { readonly client: PortClient; readonly cut: () => void; readonly settled: () => Promise<void> };

/** The real two ends of the port over a MessageChannel; after the cut no answer arrives any more. */
function cuttable(handlers: PortHandlers, faults: { readonly before: PortFault; readonly after: PortFault }): Cuttable {
  const { port1, port2 } = new MessageChannel();
  const life = { isCut: false };
  const ended = (): boolean => life.isCut;
  const running = new Set<Promise<unknown>>();
  port2.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (ended()) return; // it was still on its way when the power went
    const answered = dispatchPort(handlers, data).then((reply) => {
      if (reply) port2.postMessage(reply);
    });
    running.add(answered);
    void answered.finally(() => running.delete(answered));
  };
  const real = connectPort(port1);
  const never = new Promise<never>(() => undefined);
  return {
    client: {
      call: async (request, input) => {
        if (ended()) return never;
        faults.before(request, input);
        try {
          const value = await real.call(request, input);
          faults.after(request, input);
          return ended() ? await never : value;
        } catch (error) {
          if (ended()) return never;
          throw error;
        }
      },
    },
    cut: () => {
      life.isCut = true;
    },
    settled: async () => {
      while (running.size > 0) await Promise.allSettled(running);
      port1.close();
    },
  };
}

/** A device at a hub; with a `user` signed in and known by PIN, and every `known` colleague before him. */
export async function aWorker({
  hub,
  user,
  known = [],
}: {
  readonly hub: { readonly url: string };
  readonly user?: string;
  readonly known?: readonly string[];
}): Promise<TestWorker> {
  const worker = new TestWorker(await Line.to(hub.url));
  await worker.reopen();
  for (const person of [...known, ...(user === undefined ? [] : [user])]) await worker.signIn(person);
  return worker;
}
