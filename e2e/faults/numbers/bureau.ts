import { grantNumber } from '#renderer/data/commands/grantNumber.ts';
import { RemoteProblem } from '#renderer/data/remote/problem.ts';
import type { EventData } from '#shared/events/registry.ts';

import { ServerClient } from '../../../scripts/server-setup/client.ts';
import { DEMO_PASSWORD } from '../../../scripts/server-setup/demoPeople.ts';
import { revokeDevice } from '../../../scripts/server-setup/devices.ts';
import { raiseFloors } from '../../../scripts/server-setup/floors.ts';
import { TestWorker } from '../../integration/aWorker.ts';
import { Line } from '../../integration/line.ts';
import { aLeaf, writeLeaves } from '../../integration/records.ts';
import { aNotice, openCase, registerShop, takeNumber } from '../../integration/world.ts';
import type { Tally } from '../check/findings.ts';
import { runUntilPlug } from '../fleet/plug.ts';
import type { RestorablePlace } from '../restore/restorablePlace.ts';

import { fateOf, isLease } from './fates.ts';
import { nextYearMs } from './numbersPlace.ts';
import type { LeaseFate, NumberHistory, NumberStep } from './steps.ts';

/** Who works at each device, the last one at the screen; the third one's is another organisation's. */
const CREWS = [
  ['lin.fang', 'chen.wei'],
  ['lin.fang', 'zhou.min'],
  ['tang.li', 'he.jun'],
  ['lin.fang', 'chen.wei', 'zhou.min'],
  ['zhou.min', 'lin.fang'],
] as const;
/** More than the longest pause after a burned block. */
const PAUSES_ARE_OVER_MS = 2 * 3_600_000;
/** Numbers that the runbook raises floors by, as the set-up script does unless told otherwise. */
const MARGIN = 500;
const REASON = '遗失（示例）';

/** One device: who can unlock it, and whether anybody will see it again. */
export type Post = {
  readonly worker: TestWorker;
  readonly device: string;
  readonly crew: readonly string[];
  isLost: boolean;
};

/** A number that a command answered: it stands on paper, whatever comes afterwards. */
export type OnPaper = EventData<'number.granted'> & { readonly device: string };

/** Some devices of two organisations at one server, and the numbers that they put on paper. */
export class Bureau {
  readonly posts: readonly Post[];
  readonly paper: OnPaper[] = [];
  /** Whether the server went back to a backup, and nobody raised the floors. */
  isForgetful = false;
  hasRestored = false;
  readonly #place: RestorablePlace;
  readonly #raisesFloors: boolean;
  readonly #tally: Tally;
  #hasBackup = false;
  #isNodeDown = false;
  #aheadMs = 0;

  private constructor(place: RestorablePlace, posts: readonly Post[], history: NumberHistory, tally: Tally) {
    this.#place = place;
    this.posts = posts;
    this.#raisesFloors = history.raisesFloors;
    this.#tally = tally;
  }

  /** Everybody has signed in once and has blocks of numbers. */
  static async open(place: RestorablePlace, history: NumberHistory, tally: Tally): Promise<Bureau> {
    const posts: Post[] = [];
    for (const crew of CREWS.slice(0, history.devices)) {
      const worker = new TestWorker(await Line.to(place.url));
      await worker.reopen();
      for (const person of crew) await worker.signIn(person);
      await worker.syncRecords();
      posts.push({
        worker,
        crew,
        device: worker.ctx.runtime.device,
        isLost: false,
      });
    }
    return new Bureau(place, posts, history, tally);
  }

  /** The instant it is for everybody. */
  get nowMs(): number {
    return Date.now() + this.#aheadMs;
  }

  async close(): Promise<void> {
    for (const { worker } of this.posts) await worker.close();
  }

  /** Takes a step; one of a lost device is left out. */
  async take(step: NumberStep): Promise<void> {
    const post = this.posts[step.device]!;
    if (post.isLost) return;
    this.#tally.add(`step ${step.is}`);
    if (step.is === 'issue') await this.#issue(post);
    else if (step.is === 'void') await this.#void(post, step.pick);
    else if (step.is === 'abandon') await abandon(post);
    else if (step.is === 'spree') await this.#spree(post, step.count);
    else if (step.is === 'sync') await this.#sync(post);
    else if (step.is === 'lease') await this.#lease(post, step.fate);
    else if (step.is === 'crash') await this.#restart(post, step.wipe);
    else if (step.is === 'plug') await this.#plug(post, step);
    else if (step.is === 'node') this.#node(step.isDown);
    else if (step.is === 'lost') await this.#lose(post);
    else if (step.is === 'backUp') await this.#backUp();
    else if (step.is === 'restore') await this.#restore();
    else if (step.is === 'newYear') this.#setClocks(nextYearMs(Date.now()) - Date.now());
    else if (step.is === 'down') post.worker.line.down();
    else post.worker.line.up();
  }

  /** Lines and the server are whole and pauses are over; all who can be reached sign in and sync until all agree. */
  async settle(): Promise<void> {
    this.#node(false);
    this.#setClocks(this.#aheadMs + PAUSES_ARE_OVER_MS);
    const reached = this.posts.filter(({ isLost }) => !isLost);
    for (const { worker } of reached) worker.line.up();
    for (const { worker } of reached) await worker.syncRecords();
    if (this.hasRestored)
      for (const { worker } of reached) await worker.do('sync.carry', { user: 'carrier', password: DEMO_PASSWORD });
    for (let round = 0; round < 2; round += 1) for (const { worker } of reached) await worker.syncRecords();
  }

  async #issue(post: Post): Promise<void> {
    const { worker } = post;
    const second = post.crew[0];
    const caseId = await openCase(worker, await shopOf(post), second);
    const answer = await worker.send('notice.issue', aNotice(worker, caseId, second));
    if (!answer.ok) {
      this.#refused(answer.error.code);
      return;
    }
    const rows = await worker.ctx.db.events.where('id').startsWith(`case:${caseId}:`).toArray();
    for (const { event } of rows) if (event.type === 'number.granted') this.#onPaper(post, event.data);
  }

  /** Numbers of documents of one case, by the way that every issuing command takes. */
  async #spree(post: Post, count: number): Promise<void> {
    const caseId = await openCase(post.worker, await shopOf(post), post.crew[0]);
    for (let made = 0; made < count; made += 1) {
      const granted = await takeNumber(post.worker, caseId);
      if (!granted.ok) {
        this.#refused(granted.error.code);
        return;
      }
      this.#onPaper(post, granted.value);
    }
  }

  async #void(post: Post, pick: number): Promise<void> {
    const { worker } = post;
    const cases = (await worker.ctx.db.cases.toArray()).filter(
      ({ org, documents }) => org === worker.ctx.session.profile?.org && documents.length > 0,
    );
    const row = cases[pick % Math.max(1, cases.length)];
    const document = row?.documents[0]?.document;
    if (row === undefined || document === undefined) return;
    const answer = await worker.send('number.void', { caseId: row.id, document, reason: '打印模糊（示例）' });
    if (answer.ok) this.#tally.add('voided');
    else this.#refused(answer.error.code);
  }

  #onPaper({ device }: Post, grant: EventData<'number.granted'>): void {
    this.paper.push({ ...grant, device });
    this.#tally.add('on paper');
  }

  #refused(code: string): void {
    if (!EXPECTED.has(code)) throw new Error(`refused: ${code}`);
    this.#tally.add(`refused: ${code}`);
  }

  /** A round of the sync; what stops it is the server or the line, and is met again when everything is whole. */
  async #sync(post: Post): Promise<void> {
    try {
      await post.worker.syncRecords();
    } catch (error) {
      if (!(error instanceof RemoteProblem)) throw error;
      this.#tally.add(`sync: ${error.problem}`);
    }
  }

  async #lease(post: Post, fate: LeaseFate): Promise<void> {
    // A block is only asked for when few numbers are left.
    await this.#spree(post, 32);
    const { line } = post.worker;
    const before = line.asked.length;
    line.proxy.meet = fateOf(fate);
    await this.#sync(post);
    this.#node(this.#isNodeDown);
    const asked = line.asked.slice(before).filter(isLease);
    if (fate === 'otherLeaf') await writeLeaves(this.#place, 'numbers', asked.map(otherLeafOf));
    this.#tally.add(`block asked for: ${fate}`);
  }

  async #restart(post: Post, wipe: boolean): Promise<void> {
    const { worker } = post;
    await (wipe ? worker.crashAndWipe() : worker.crash());
    await worker.reopen();
    await enter(post, post.crew.at(-1)!);
  }

  async #plug(post: Post, step: Extract<NumberStep, { is: 'plug' }>): Promise<void> {
    const run = (): Promise<void> => (step.what === 'sync' ? this.#sync(post) : this.#issue(post));
    const isOff = await runUntilPlug(post.worker, { at: 'journal.append', when: step.when }, run);
    if (isOff) await this.#restart(post, false);
  }

  /** Everything that the server takes, it takes with too few nodes. */
  #node(isDown: boolean): void {
    this.#isNodeDown = isDown;
    for (const { worker } of this.posts)
      worker.line.proxy.meet = isDown ? fateOf('fewNodes', () => true) : () => ({ is: 'none' });
  }

  async #lose(post: Post): Promise<void> {
    post.isLost = true;
    await this.#revoke(post);
  }

  /** A device whose card the server does not know any more cannot be revoked, and gets no numbers either. */
  async #revoke({ device }: Post): Promise<void> {
    await revokeDevice(new ServerClient(this.#place.adminUrl), device, 'admin', REASON);
  }

  async #backUp(): Promise<void> {
    await this.#place.backUp();
    this.#hasBackup = true;
  }

  /** The runbook: back to the backup, floors up, what was revoked is revoked again, and then people may come. */
  async #restore(): Promise<void> {
    if (!this.#hasBackup) return;
    await this.#place.restore();
    this.hasRestored = true;
    if (this.#raisesFloors) await raiseFloors(new ServerClient(this.#place.adminUrl), 'admin', MARGIN, this.nowMs);
    else this.isForgetful = true;
    this.#tally.add(this.#raisesFloors ? 'restored, floors raised' : 'restored, floors forgotten');
    for (const post of this.posts) if (post.isLost) await this.#revoke(post);
  }

  #setClocks(aheadMs: number): void {
    this.#aheadMs = Math.max(aheadMs, this.#aheadMs);
    for (const { worker } of this.posts) {
      worker.clockAheadMs = this.#aheadMs;
      worker.line.proxy.serverAheadMs = this.#aheadMs;
    }
  }
}

/** Refusals that a person can run into. */
const EXPECTED = new Set([
  'no_number',
  'wrong_stage',
  'device_revoked',
  'not_open',
  'role_forbidden',
  'already_voided',
]);

/** A device that nobody runs. */
const STRANGER = '018f0000-0000-7000-8000-0000000000cc';

/** Two nodes that did not see each other took a request for the same block: its document has two leaves. */
function otherLeafOf({ path, body }: { readonly path: string; readonly body: string }): object {
  const lease = JSON.parse(body) as object;
  return aLeaf({ ...lease, _id: decodeURIComponent(path.slice('/numbers/'.length)) }, 1, 'f', { device: STRANGER });
}

/** A number is looked up and a sheet is drawn, and nobody keeps either. */
async function abandon({ worker, crew }: Post): Promise<void> {
  const caseId = await openCase(worker, await shopOf({ worker }), crew[0]);
  const { second: _, ...shown } = aNotice(worker, caseId, crew[0]);
  await worker.do('notice.preview', shown);
  await grantNumber(worker.ctx, worker.ctx.session.profile!, 'D07');
}

/** A shop of the own organisation; after a lost store it may be known to the server only. */
async function shopOf({ worker }: Pick<Post, 'worker'>): Promise<string> {
  const sites = await worker.ctx.db.sites.toArray();
  return sites.find(({ org }) => org === worker.ctx.session.profile?.org)?.id ?? registerShop(worker);
}

async function enter({ worker }: Post, user: string): Promise<void> {
  await worker.do('session.lock', {});
  await worker.unlock(user);
}
