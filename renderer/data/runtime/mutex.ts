/** Runs tasks one after the other, in the order they came; a failed task does not stop the next. */
export class Mutex {
  #tail: Promise<unknown> = Promise.resolve();
  #queued = 0;
  #endedAtMs = -Infinity;

  /** Whether a task runs or waits. */
  get isBusy(): boolean {
    return this.#queued > 0;
  }

  /** How long nothing has run, in milliseconds; 0 while something does. */
  get idleMs(): number {
    return this.isBusy ? 0 : performance.now() - this.#endedAtMs;
  }

  /** Queues a task; resolves or rejects as the task does. */
  run<T>(task: () => Promise<T>): Promise<T> {
    this.#queued += 1;
    const result = this.#tail.then(task, task).finally(() => {
      this.#queued -= 1;
      this.#endedAtMs = performance.now();
    });
    this.#tail = result.catch(() => undefined);
    return result;
  }
}
