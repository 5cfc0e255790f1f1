/** Runs tasks one after the other, in the order they came; a failed task does not stop the next. */
export class Mutex {
  #tail: Promise<unknown> = Promise.resolve();

  /** Queues a task; resolves or rejects as the task does. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(task, task);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}
