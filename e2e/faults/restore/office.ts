import type { CommandAnswer } from '#renderer/data/protocol.ts';

import { DEMO_PASSWORD } from '../../../scripts/server-setup/demoPeople.ts';
import type { SeededRandom } from '../../fixtures/random.ts';
import { aWorker, type TestWorker } from '../../integration/aWorker.ts';
import { aNotice, anInspection, aShop, matterOf } from '../../integration/world.ts';
import { aPhotoFile } from '../office/photoFile.ts';

/** People at each device, the first one signed in last; the brigade's device writes nothing but its word. */
const CREWS = [['lin.fang', 'chen.wei'], ['lin.fang', 'zhou.min'], ['du.cha']] as const;

/** Three devices of a bureau at work, and everything that was acknowledged on them. */
export class Office {
  readonly devices: readonly TestWorker[];
  /** Streams, documents and photos that a command acknowledged. */
  readonly acknowledged: string[] = [];
  readonly #random: SeededRandom;
  #shots = 0;

  private constructor(devices: readonly TestWorker[], random: SeededRandom) {
    this.devices = devices;
    this.#random = random;
  }

  static async open(hub: { readonly url: string }, random: SeededRandom): Promise<Office> {
    const devices: TestWorker[] = [];
    for (const crew of CREWS) devices.push(await aWorker({ hub, known: crew }));
    const office = new Office(devices, random);
    for (const worker of devices) await worker.sync();
    return office;
  }

  async close(): Promise<void> {
    for (const worker of this.devices) await worker.close();
  }

  /** So many things happen, with a sync of some device between them now and then. */
  async work(times: number): Promise<void> {
    for (let turn = 0; turn < times; turn += 1) {
      await this.#one();
      if (this.#random.chance(25)) await this.#random.pick(this.devices).sync();
    }
  }

  /** Most devices sync. */
  async syncSome(): Promise<void> {
    for (const worker of this.devices) if (this.#random.chance(80)) await worker.sync();
  }

  /** Every person signs in on every device and syncs, then a carrier takes along what still waits. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1)
      for (const [index, worker] of this.devices.entries())
        for (const user of CREWS[index] ?? []) {
          await worker.do('session.lock', {});
          await worker.unlock(user);
          await worker.sync();
        }
    for (const worker of this.devices) await worker.do('sync.carry', { user: 'carrier', password: DEMO_PASSWORD });
    for (let round = 0; round < 3; round += 1) for (const worker of this.devices) await worker.sync();
  }

  async #one(): Promise<void> {
    const index = this.#random.pick([0, 0, 1, 1, 2] as const);
    const worker = this.devices[index];
    if (worker === undefined) return;
    const cases = await worker.ctx.db.cases.toArray();
    if (index === 2) {
      const row = cases[this.#random.below(Math.max(1, cases.length))];
      if (row !== undefined)
        this.#note(await worker.send('supervision.return', { caseId: row.id, reason: '示例' }), () => []);
      return;
    }
    const sites = (await worker.ctx.db.sites.toArray()).filter((site) => site.org === 'hsg');
    const site = this.#random.pick(sites);
    const what = this.#random.pick(['register', 'inspect', 'open', 'open', 'issue'] as const);
    const name = `示例店${this.#random.hex().slice(0, 8)}`;
    if (what === 'register')
      this.#note(await worker.send('site.register', aShop(name)), ({ siteId }) => [`site:${siteId}`]);
    else if (what === 'inspect') await this.#inspect(worker, site.id);
    else if (what === 'open') await this.#open(worker, site.id);
    else {
      const own = cases.filter((row) => row.stage === 'found');
      const row = own[this.#random.below(Math.max(1, own.length))];
      if (row === undefined) return;
      this.#note(await worker.send('notice.issue', aNotice(worker, row.id)), (value) => [
        value.document,
        `doc:${value.pdfSha256}`,
      ]);
    }
  }

  async #inspect(worker: TestWorker, siteId: string): Promise<void> {
    const { id } = await worker.do('draft.newId', {});
    const content = anInspection(worker, siteId);
    const answer = await worker.send('inspection.submit', { draft: id, content, photos: [] });
    this.#note(answer, ({ inspectionId }) => [`inspection:${inspectionId}`]);
  }

  /** A case with a photo that nobody else took. */
  async #open(worker: TestWorker, siteId: string): Promise<void> {
    this.#shots += 1;
    const name = `示例${String(this.#shots)}.heic`;
    const file = aPhotoFile(`${this.#random.hex()}|${name}`);
    const { sha256 } = await worker.do('photo.import', { file, name });
    const answer = await worker.send('case.open', {
      siteId,
      findings: [{ matter: matterOf(worker), description: '示例', photos: [sha256] }],
      facts: '示例',
      photos: [{ sha256, purpose: 'scene' }],
      second: worker.second('lin.fang'),
    });
    this.#note(answer, ({ caseId }) => [`case:${caseId}`, `photo:${sha256}`]);
  }

  #note<T>(answer: CommandAnswer<T>, names: (value: T) => readonly string[]): void {
    if (answer.ok) this.acknowledged.push(...names(answer.value));
    else if (!EXPECTED.has(answer.error.code)) throw new Error(`refused: ${JSON.stringify(answer.error)}`);
  }
}

/** Refusals that a person can run into. */
const EXPECTED = new Set(['no_number', 'wrong_stage', 'wrong_role', 'not_open']);
