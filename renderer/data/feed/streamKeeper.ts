import type { EventEnvelope } from '#shared/events/envelope.ts';

import type { Wanted } from '../projections/folder.ts';
import type { JudgedBy } from '../projections/judgedBy.ts';
import { foldedOf, type Folded } from '../projections/project.ts';
import type { EventRow } from '../tables.ts';

import type { Classified } from './classify.ts';

/** More events than this are not kept, whatever nobody folds: about 5 kB of memory each. */
const MOST_EVENTS = 20_000;

/**
 * The events of the pages read last, by stream: who folds them from here need not read them back from the store, nor
 * parse them again. It never knows whether these are all events of a stream; the store does.
 */
export class StreamKeeper {
  readonly #streams = new Map<string, Map<string, EventRow>>();
  #events = 0;

  /** How many events are kept. */
  get size(): number {
    return this.#events;
  }

  /** Keeps the events of a page; of too many the ones that have rested longest go. */
  keep(db: string, found: readonly Classified[]): void {
    for (const one of found) if (one.is === 'event' || one.is === 'newer') this.#keepOne(db, one.event);
    for (const stream of this.#streams.keys()) {
      if (this.#events <= MOST_EVENTS) return;
      this.#take(stream);
    }
  }

  /** Folds streams and lets go of them. */
  fold(wanted: Wanted, by: JudgedBy): Folded[] {
    const streams = 'oldest' in wanted ? [...this.#streams.keys()].slice(0, wanted.oldest) : wanted;
    return streams.flatMap((stream) => {
      const rows = this.#take(stream);
      return rows.length === 0 ? [] : [foldedOf('pages', stream, rows, by)];
    });
  }

  #keepOne(db: string, event: EventEnvelope): void {
    const rows = this.#streams.get(event.stream) ?? new Map<string, EventRow>();
    this.#streams.delete(event.stream); // what was touched last stands last
    this.#streams.set(event.stream, rows);
    this.#events -= rows.size;
    rows.set(event._id, { id: event._id, db, event });
    this.#events += rows.size;
  }

  #take(stream: string): EventRow[] {
    const rows = this.#streams.get(stream);
    if (rows === undefined) return [];
    this.#streams.delete(stream);
    this.#events -= rows.size;
    return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
