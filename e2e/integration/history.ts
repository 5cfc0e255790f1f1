import fc from 'fast-check';

import type { CommandAnswer } from '#renderer/data/protocol.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aNotice, anInspection, aShop, matterOf } from './world.ts';

/** People who may sit at each device; the last device is the brigade's. */
const CREWS = [['lin.fang', 'chen.wei'], ['lin.fang', 'zhou.min'], ['du.cha']] as const;

/** One thing that happens; `pick` chooses among what the device knows. */
export type Step = { readonly device: number; readonly pick: number } & (
  | { readonly is: 'register' | 'inspect' | 'open' | 'issue' | 'void' | 'supervise' | 'sync' | 'up' | 'down' | 'turn' }
  | { readonly is: 'crash'; readonly wipe: boolean }
  | { readonly is: 'crashDuring'; readonly what: 'register' | 'open' | 'issue' | 'sync'; readonly ticks: number }
);

const device = fc.constantFrom(0, 0, 0, 1, 1, 1, 2);
const pick = fc.nat(1_000);
const work = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('open' as const, 'issue' as const) },
  { weight: 2, arbitrary: fc.constantFrom('sync' as const, 'sync' as const, 'up' as const) },
  { weight: 4, arbitrary: fc.constantFrom('register', 'inspect', 'void', 'supervise', 'down', 'turn') },
);

/** Histories of a few dozen steps in which work outweighs accidents. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ device, pick, is: work }) },
    {
      weight: 1,
      arbitrary: fc.record({
        device,
        pick,
        is: fc.constant('crash' as const),
        wipe: fc.constantFrom(false, false, true),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        device,
        pick,
        is: fc.constant('crashDuring' as const),
        what: fc.constantFrom('register', 'open', 'issue', 'sync'),
        ticks: fc.nat(60),
      }),
    },
  ),
  { minLength: 30, maxLength: 50, size: 'max' },
);

/** Refusals that a person can run into; any other code would be a bug. */
const EXPECTED = new Set([
  'no_number',
  'no_certificate',
  'role_forbidden',
  'wrong_stage',
  'wrong_role',
  'not_open',
  'unknown_document',
]);

/** Three devices of a bureau, and what was acknowledged on them. */
export class Bureau {
  readonly devices: readonly TestWorker[];
  /** Streams whose first event was acknowledged, and documents. */
  readonly acknowledged: string[] = [];
  readonly #atScreen: number[];

  private constructor(devices: readonly TestWorker[]) {
    this.devices = devices;
    this.#atScreen = CREWS.map((crew) => crew.length - 1);
  }

  static async open(hub: Hub): Promise<Bureau> {
    const devices: TestWorker[] = [];
    for (const crew of CREWS) devices.push(await aWorker({ hub, known: crew }));
    for (const worker of devices) await worker.sync();
    return new Bureau(devices);
  }

  async close(): Promise<void> {
    for (const worker of this.devices) await worker.close();
  }

  async take(step: Step): Promise<void> {
    const worker = this.devices[step.device]!;
    if (step.is === 'up') worker.line.up();
    else if (step.is === 'down') worker.line.down();
    else if (step.is === 'sync') await this.#sync(worker);
    else if (step.is === 'turn') await this.#enter(step.device, this.#atScreen[step.device]! + 1);
    else if (step.is === 'crash') await this.#restart(step.device, step.wipe);
    else if (step.is === 'crashDuring') {
      const running = step.what === 'sync' ? this.#sync(worker) : this.#work(worker, step.what, step.pick);
      running.catch(() => undefined); // it may end with the device
      for (let tick = 0; tick < step.ticks; tick += 1) await new Promise((done) => setImmediate(done));
      await this.#restart(step.device, false);
    } else await this.#work(worker, step.is, step.pick);
  }

  /** Everyone signs in everywhere and everything goes up and down. */
  async settle(): Promise<void> {
    for (const [index, worker] of this.devices.entries()) {
      worker.line.up();
      for (const turn of CREWS[index]!.keys()) {
        await this.#enter(index, turn);
        await worker.sync();
      }
    }
    for (const worker of this.devices) await worker.sync();
  }

  async #enter(index: number, turn: number): Promise<void> {
    const crew = CREWS[index]!;
    this.#atScreen[index] = turn % crew.length;
    await this.devices[index]!.do('session.lock', {});
    await this.devices[index]!.unlock(crew[turn % crew.length]!);
  }

  async #restart(index: number, wipe: boolean): Promise<void> {
    const worker = this.devices[index]!;
    await (wipe ? worker.crashAndWipe() : worker.crash());
    await worker.reopen();
    await this.#enter(index, this.#atScreen[index]!);
  }

  async #sync(worker: TestWorker): Promise<void> {
    try {
      await worker.sync();
    } catch (error) {
      if ((error as { problem?: unknown }).problem !== 'unreachable') throw error;
    }
  }

  async #work(
    worker: TestWorker,
    what: 'register' | 'inspect' | 'open' | 'issue' | 'void' | 'supervise',
    choice: number,
  ): Promise<void> {
    const { db } = worker.ctx;
    const sites = (await db.sites.toArray()).filter((site) => site.org === 'hsg');
    const site = sites[choice % Math.max(1, sites.length)];
    const cases = await db.cases.toArray();
    const row = cases[choice % Math.max(1, cases.length)];
    const user = worker.ctx.session.profile?.user;
    const colleague = CREWS[this.devices.indexOf(worker)]?.find((other) => other !== user);
    const second = worker.second(colleague ?? 'lin.fang');
    if (what === 'register')
      this.#note(
        await worker.send('site.register', aShop(`示例店 ${String(choice)}`)),
        ({ siteId }) => `site:${siteId}`,
      );
    else if (what === 'inspect' && site !== undefined) {
      const { id } = await worker.do('draft.newId', {});
      const answer = await worker.send('inspection.submit', {
        draft: id,
        content: anInspection(worker, site.id),
        photos: [],
      });
      this.#note(answer, ({ inspectionId }) => `inspection:${inspectionId}`);
    } else if (what === 'open' && site !== undefined) {
      const findings = [{ matter: matterOf(worker), description: '示例', photos: [] }];
      const answer = await worker.send('case.open', { siteId: site.id, findings, facts: '示例', photos: [], second });
      this.#note(answer, ({ caseId }) => `case:${caseId}`);
    } else if (what === 'issue' && row !== undefined) {
      this.#note(await worker.send('notice.issue', { ...aNotice(worker, row.id), second }), ({ document }) => document);
    } else if (what === 'void' && row?.documents[0] !== undefined) {
      const { document } = row.documents[0];
      this.#note(await worker.send('number.void', { caseId: row.id, document, reason: '示例' }), () => document);
    } else if (what === 'supervise' && row !== undefined) {
      this.#note(await worker.send('supervision.return', { caseId: row.id, reason: '示例' }), () => `case:${row.id}`);
    }
  }

  #note<T>(answer: CommandAnswer<T>, name: (value: T) => string): void {
    if (answer.ok) this.acknowledged.push(name(answer.value));
    else if (!EXPECTED.has(answer.error.code)) throw new Error(`refused: ${JSON.stringify(answer.error)}`);
  }
}
