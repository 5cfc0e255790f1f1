import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';

import { streamOf } from '#shared/events/stream.ts';

/** What is written from a moment on. */
export type Watch = {
  /** This moment, to ask about later. */
  readonly moment: () => number;
  /** True once this handle has written, or was about to write, an event of one of these streams since that moment. */
  readonly isTouchedSince: (moment: number, streams: readonly string[]) => boolean;
  readonly end: () => void;
};

/**
 * Tells who read streams in an earlier transaction whether events of them have been written since. What was asked for
 * earlier and is done later counts, too: the reading may have come before it.
 */
export class EventWrites {
  readonly #watchers = new Set<{ readonly touched: Map<string, number>; anyAt: number }>();
  #moment = 0;

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
  watch(): Watch {
    const watcher = { touched: new Map<string, number>(), anyAt: -1 };
    this.#watchers.add(watcher);
    return {
      moment: () => this.#moment,
      isTouchedSince: (moment, streams) =>
        watcher.anyAt > moment || streams.some((stream) => (watcher.touched.get(stream) ?? -1) > moment),
      end: () => {
        this.#watchers.delete(watcher);
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
    if (this.#watchers.size === 0) return;
    this.#moment += 1;
    const streams = streamsOf(request);
    for (const watcher of this.#watchers) {
      if (streams === undefined) watcher.anyAt = this.#moment;
      else for (const stream of streams) watcher.touched.set(stream, this.#moment);
    }
  }
}

/** Undefined when it might be any. */
function streamsOf(request: DBCoreMutateRequest): readonly string[] | undefined {
  if (request.type !== 'add' && request.type !== 'put') return undefined;
  return (request.values as readonly { readonly id: string }[]).map(({ id }) => streamOf(id));
}
