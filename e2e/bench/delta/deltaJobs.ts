import { chtChanges, overHttp, type Local, type PouchClass, type Source } from '../pull/peerJobs.ts';

/** Brings a peer's own copy of a database up to date; the first time that is all of it. */
export type DeltaJob = Source & { readonly do: 'stock' | 'cht' };
/** How long it took, and how many documents the copy has then. */
export type DeltaAnswer = { readonly ms: number; readonly docs: number };

/** The peers' copies stay from job to job. */
export class DeltaPeers {
  readonly #pouch: PouchClass;
  readonly #copies = new Map<DeltaJob['do'], { readonly local: Local; since: string }>();

  constructor(Pouch: PouchClass) {
    this.#pouch = Pouch;
  }

  async answer(job: DeltaJob): Promise<DeltaAnswer> {
    const copy = this.#copies.get(job.do) ?? {
      local: new this.#pouch(`delta-${job.do}`, { adapter: 'idb' }),
      since: '0',
    };
    this.#copies.set(job.do, copy);
    const startedMs = performance.now();
    if (job.do === 'stock') await copy.local.replicate.from(overHttp(this.#pouch, job));
    else copy.since = await chtChanges(copy.local, job, copy.since);
    const ms = performance.now() - startedMs;
    return { ms, docs: (await copy.local.info()).doc_count };
  }
}
