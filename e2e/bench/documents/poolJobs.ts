import { createPool, type Pool } from '#renderer/data/rendering/pool.ts';
import { poolWorker } from '#renderer/data/rendering/poolWorker.ts';
import type { PrintJob, Rendered } from '#renderer/data/rendering/render.ts';

import type { Notice } from './load.ts';

/** What the data worker is given: the address of the app's own PDF worker, and what is to be printed. */
export type Given = {
  readonly worker: string;
  readonly notices: readonly Notice[];
  /** In base64. */
  readonly photos: readonly string[];
};

/** Where a chunk of notices stands, and in how many workers it is printed. */
export type Chunk = { readonly from: number; readonly to: number; readonly workers: number };

/** From opening a case or a form to asking for a document. */
const PERSON_MS = 3000;

let jobs: readonly PrintJob[] = [];
let workerUrl = '';
let pool: { readonly size: number; readonly pool: Pool<PrintJob, Rendered> } | undefined;

/** Jobs of the benchmark, which run in the app's data worker beside its own code. */
export const POOL_JOBS = {
  take: ({ worker, notices, photos }: Given): void => {
    workerUrl = new URL(worker, globalThis.location.href).href;
    const jpegs = photos.map((photo) => Uint8Array.from(atob(photo), (char) => char.codePointAt(0) ?? 0));
    jobs = notices.map(({ model, code, photo }) => ({ model, code, photos: jpegs.slice(photo, photo + 1) }));
  },
  /** Prints a chunk; answers the milliseconds it took, those of each document, and how many pages there were. */
  print: async ({ from, to, workers }: Chunk): Promise<Printed> => {
    const { run } = poolOf(workers);
    const eachMs: number[] = [];
    let [pages, bytes] = [0, 0];
    const one = async (job: PrintJob): Promise<void> => {
      const begunMs = performance.now();
      const done = await run(job);
      eachMs.push(performance.now() - begunMs);
      pages += done.pages;
      bytes += done.pdf.length;
    };
    const waiting = jobs.slice(from, to);
    const begunMs = performance.now();
    // As many at once as there are workers, so that each document's time is its own.
    await Promise.all(
      Array.from({ length: workers }, async () => {
        for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await one(job);
      }),
    );
    return { ms: performance.now() - begunMs, eachMs, pages, bytes };
  },
  /** Starts the worker as a page does that documents are made on, and gives it the time that a person needs to ask for one. */
  prepare: async (): Promise<void> => {
    poolOf(1).prepare();
    await new Promise((resolve) => setTimeout(resolve, PERSON_MS));
  },
  close: (): void => {
    pool?.pool.close();
    pool = undefined;
  },
};

/** See `POOL_JOBS.print`. */
export type Printed = {
  readonly ms: number;
  readonly eachMs: readonly number[];
  readonly pages: number;
  readonly bytes: number;
};

function poolOf(size: number): Pool<PrintJob, Rendered> {
  if (pool?.size !== size) {
    POOL_JOBS.close();
    const start = (): ReturnType<typeof poolWorker> =>
      poolWorker(new Worker(workerUrl, { type: 'module', name: 'pdf' }));
    pool = { size, pool: createPool<PrintJob, Rendered>(start, size, 60_000) };
  }
  return pool.pool;
}
