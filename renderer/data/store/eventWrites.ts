import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';

import { streamOf } from '#shared/events/stream.ts';

/** Streams that are watched from a moment on. */
export type Watch = {
  /** True once this handle has written, or was about to write, an event of one of them. */
  readonly isTouched: () => boolean;
  readonly end: () => void;
};

/**
 * Tells who read streams beside this handle whether it has written events of them since. What was asked for earlier and is
 * done later counts, too: the other handle may have read before it.
 */
export class EventWrites {
  readonly #watched = new Map<string, Set<{ touched: boolean }>>();

  /** Part of every write to `events`; costs nothing while nobody watches. */
  readonly middleware: Middleware<DBCore> = {
    stack: 'dbcore',
    name: 'eventWrites',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return name === 'events' ? { ...table, mutate: (request) => this.#mutate(table, request) } : table;
      },
    }),
  };

  /** Watches until `end` is called. */
  watch(streams: readonly string[]): Watch {
    const watcher = { touched: false };
    for (const stream of streams) {
      const watchers = this.#watched.get(stream) ?? new Set();
      this.#watched.set(stream, watchers.add(watcher));
    }
    return {
      isTouched: () => watcher.touched,
      end: () => {
        for (const stream of streams) {
          const watchers = this.#watched.get(stream);
          watchers?.delete(watcher);
          if (watchers?.size === 0) this.#watched.delete(stream);
        }
      },
    };
  }

  #mutate(table: DBCoreTable, request: DBCoreMutateRequest): ReturnType<DBCoreTable['mutate']> {
    this.#touch(request);
    return table.mutate(request).finally(() => {
      this.#touch(request);
    });
  }

  #touch(request: DBCoreMutateRequest): void {
    if (this.#watched.size === 0) return;
    for (const stream of streamsOf(request) ?? this.#watched.keys())
      for (const watcher of this.#watched.get(stream) ?? []) watcher.touched = true;
  }
}

/** Undefined when it might be any. */
function streamsOf(request: DBCoreMutateRequest): readonly string[] | undefined {
  if (request.type !== 'add' && request.type !== 'put') return undefined;
  return (request.values as readonly { readonly id: string }[]).map(({ id }) => streamOf(id));
}
