import { describe, expect, it, vi } from 'vitest';

import { createPool, type PoolWorker } from './pool.ts';

/** A worker that answers when told to. */
class FakeWorker implements PoolWorker {
  readonly jobs: unknown[] = [];
  ended = false;
  reply: (data: unknown) => void = () => undefined;
  broken: (message: string) => void = () => undefined;
  post(input: unknown): void {
    this.jobs.push(input);
  }
  terminate(): void {
    this.ended = true;
  }
  listen(reply: (data: unknown) => void, broken: (message: string) => void): void {
    this.reply = reply;
    this.broken = broken;
  }
  answer(value: unknown): void {
    this.reply({ ok: true, value });
  }
}

function aPool(size = 2, deadlineMs = 1000) {
  const started: FakeWorker[] = [];
  const pool = createPool<string, string>(
    () => {
      const worker = new FakeWorker();
      started.push(worker);
      return worker;
    },
    size,
    deadlineMs,
  );
  return { pool, started };
}

describe('createPool', () => {
  it('starts workers only when needed, and never more than its size', async () => {
    const { pool, started } = aPool();
    expect(started).toHaveLength(0);
    const jobs = ['a', 'b', 'c'].map((job) => pool.run(job));
    expect(started.map((worker) => worker.jobs)).toEqual([['a'], ['b']]);
    started[0]?.answer('A');
    expect(started[0]?.jobs).toEqual(['a', 'c']);
    started[1]?.answer('B');
    started[0]?.answer('C');
    expect(await Promise.all(jobs)).toEqual(['A', 'B', 'C']);
    void pool.run('d');
    expect(started).toHaveLength(2);
  });

  it('has a worker ready for the first job when it is prepared, and only one', async () => {
    const { pool, started } = aPool();
    pool.prepare();
    pool.prepare();
    expect(started).toHaveLength(1);
    const job = pool.run('a');
    expect(started.map((worker) => worker.jobs)).toEqual([['a']]);
    started[0]?.answer('A');
    expect(await job).toBe('A');
    pool.prepare();
    expect(started).toHaveLength(1);
  });

  it('ends a prepared worker that breaks before it has a job, and starts another for the job', async () => {
    const { pool, started } = aPool();
    pool.prepare();
    started[0]?.broken('no font');
    expect(started[0]?.ended).toBe(true);
    const job = pool.run('a');
    expect(started[0]?.jobs).toEqual([]);
    started[1]?.answer('A');
    expect(await job).toBe('A');
  });

  it('ends a worker that breaks between two jobs, and starts another for the next one', async () => {
    const { pool, started } = aPool();
    const first = pool.run('a');
    started[0]?.answer('A');
    expect(await first).toBe('A');
    started[0]?.broken('out of memory');
    expect(started[0]?.ended).toBe(true);
    const job = pool.run('b');
    expect(started[0]?.jobs).toEqual(['a']);
    started[1]?.answer('B');
    expect(await job).toBe('B');
  });

  it('rejects a refused job and keeps the worker', async () => {
    const { pool, started } = aPool();
    const job = pool.run('a');
    started[0]?.reply({ ok: false, message: 'no font' });
    await expect(job).rejects.toThrow('no font');
    expect(started[0]?.ended).toBe(false);
  });

  it('replaces a worker that broke', async () => {
    const { pool, started } = aPool(1);
    const [first, second] = [pool.run('a'), pool.run('b')];
    started[0]?.broken('out of memory');
    await expect(first).rejects.toThrow('out of memory');
    expect([started[0]?.ended, started.length]).toEqual([true, 2]);
    started[1]?.answer('B');
    expect(await second).toBe('B');
  });

  it('gives up on a worker that never answers, and goes on', async () => {
    vi.useFakeTimers();
    const { pool, started } = aPool(1, 500);
    const job = pool.run('a');
    const failed = job.catch((problem: unknown) => problem);
    const after = pool.run('b');
    await vi.advanceTimersByTimeAsync(500);
    expect(await failed).toEqual(new Error('no document after 500 ms'));
    expect(started[0]?.ended).toBe(true);
    started[1]?.answer('B');
    expect(await after).toBe('B');
    vi.useRealTimers();
  });

  it('drops a job that is aborted while it waits', async () => {
    const { pool, started } = aPool(1);
    const stop = new AbortController();
    const [first, waiting, last] = [pool.run('a'), pool.run('b', stop.signal), pool.run('c')];
    stop.abort(new Error('not wanted any more'));
    await expect(waiting).rejects.toThrow('not wanted any more');
    started[0]?.answer('A');
    expect(await first).toBe('A');
    expect(started[0]?.jobs).toEqual(['a', 'c']);
    started[0]?.answer('C');
    expect(await last).toBe('C');
  });

  it('ends the worker of a job that is aborted while it runs, and goes on with another', async () => {
    const { pool, started } = aPool(1);
    const stop = new AbortController();
    const [running, after] = [pool.run('a', stop.signal), pool.run('b')];
    stop.abort();
    await expect(running).rejects.toThrow('abort');
    expect(started.map(({ ended, jobs }) => [ended, jobs])).toEqual([
      [true, ['a']],
      [false, ['b']],
    ]);
    started[1]?.answer('B');
    expect(await after).toBe('B');
  });

  it('starts nothing for a job that was aborted before, and leaves a finished one alone', async () => {
    const { pool, started } = aPool(1);
    await expect(pool.run('a', AbortSignal.abort())).rejects.toThrow('abort');
    expect(started).toHaveLength(0);
    const stop = new AbortController();
    const job = pool.run('b', stop.signal);
    started[0]?.answer('B');
    expect(await job).toBe('B');
    stop.abort();
    expect(started[0]?.ended).toBe(false);
  });
});
