/** What the pool needs of a worker: a dedicated worker behind `listen`, or a stand-in. */
export type PoolWorker = {
  readonly post: (input: unknown) => void;
  readonly terminate: () => void;
  /** Replaces whoever listened before. */
  readonly listen: (reply: (data: unknown) => void, broken: (message: string) => void) => void;
};

/** What a worker answers. */
export type PoolReply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

type Job<I, O> = {
  readonly input: I;
  readonly resolve: (output: O) => void;
  readonly reject: (reason: unknown) => void;
  /** Ends its worker; set while it runs. */
  end?: () => void;
};

/** A pool that runs each job in a worker of its own kind. A job that is aborted rejects with the signal's reason. */
export type Pool<I, O> = {
  readonly run: (input: I, signal?: AbortSignal) => Promise<O>;
  /** Starts the first worker, so that it is ready when the first job comes. Does nothing once there is one. */
  readonly prepare: () => void;
  readonly close: () => void;
};

/**
 * Runs jobs in up to `size` workers. A worker is started when a job waits and none is idle, and does one job at a time.
 * A worker that breaks, exceeds the deadline or whose job is aborted is ended, its job is rejected, and the next job starts a
 * new one. A job that is aborted while it waits never starts.
 */
export function createPool<I, O>(start: () => PoolWorker, size: number, deadlineMs: number): Pool<I, O> {
  const idle: PoolWorker[] = [];
  const all = new Set<PoolWorker>();
  const queue: Job<I, O>[] = [];
  const next = (): void => {
    const job = queue[0];
    if (job === undefined) return;
    const worker = idle.pop() ?? (all.size < size ? start() : undefined);
    if (worker === undefined) return;
    queue.shift();
    all.add(worker);
    give(worker, job);
  };
  const drop = (worker: PoolWorker): void => {
    all.delete(worker);
    worker.terminate();
  };
  const rest = (worker: PoolWorker): void => {
    wait(worker, idle, drop);
  };
  const give = (worker: PoolWorker, job: Job<I, O>): void => {
    const end = (healthy: boolean): void => {
      clearTimeout(timer);
      delete job.end;
      if (healthy) rest(worker);
      else drop(worker);
      next();
    };
    job.end = () => {
      end(false);
    };
    const timer = setTimeout(() => {
      job.reject(new Error(`no document after ${String(deadlineMs)} ms`));
      end(false);
    }, deadlineMs);
    worker.listen(
      (data) => {
        const reply = data as PoolReply<O>;
        if (reply.ok) job.resolve(reply.value);
        else job.reject(new Error(reply.message));
        end(true);
      },
      (message) => {
        job.reject(new Error(message));
        end(false);
      },
    );
    worker.post(job.input);
  };
  const abort = (job: Job<I, O>, reason: unknown): void => {
    const at = queue.indexOf(job);
    if (at >= 0) queue.splice(at, 1);
    job.reject(reason);
    job.end?.();
  };
  return {
    run: (input, signal) =>
      ask<I, O>(input, signal, abort, (job) => {
        queue.push(job);
        next();
      }),
    prepare: () => {
      if (all.size > 0) return;
      const worker = start();
      all.add(worker);
      rest(worker);
    },
    close: () => {
      for (const worker of all) worker.terminate();
      all.clear();
      idle.length = 0;
      for (const job of queue.splice(0)) job.reject(new Error('the pool was closed'));
    },
  };
}

/** Puts a worker with those that wait for a job; one that breaks meanwhile is dropped. */
function wait(worker: PoolWorker, idle: PoolWorker[], drop: (worker: PoolWorker) => void): void {
  idle.push(worker);
  worker.listen(
    () => undefined,
    () => {
      idle.splice(idle.indexOf(worker), 1);
      drop(worker);
    },
  );
}

/** Makes a job of what is asked for, and listens to its signal until it is settled. */
function ask<I, O>(
  input: I,
  signal: AbortSignal | undefined,
  abort: (job: Job<I, O>, reason: unknown) => void,
  add: (job: Job<I, O>) => void,
): Promise<O> {
  return new Promise<O>((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = (): void => {
      abort(job, signal?.reason);
    };
    const settled =
      <T>(settle: (value: T) => void) =>
      (value: T): void => {
        signal?.removeEventListener('abort', stop);
        settle(value);
      };
    const job: Job<I, O> = { input, resolve: settled(resolve), reject: settled(reject) };
    signal?.addEventListener('abort', stop);
    add(job);
  });
}
