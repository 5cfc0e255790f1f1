import PouchDB from 'pouchdb-core';

import type { EventEnvelope } from '#shared/events/envelope.ts';

import { withDeadline } from '../store/deadline.ts';

/** Where own events wait for the server: one PouchDB (adapter `idb`) of ordinary CouchDB documents. */
export class OutboxStore {
  readonly #pouch: PouchDB.Database<EventEnvelope>;
  readonly #doubted = new Set<string>();

  constructor(pouch: PouchDB.Database<EventEnvelope>) {
    this.#pouch = pouch;
  }

  /** Opens the outbox of this profile. */
  static open(name: string): OutboxStore {
    return new OutboxStore(new PouchDB<EventEnvelope>(name, { adapter: 'idb', auto_compaction: true, revs_limit: 1 }));
  }

  /** A server that is not whole accepted these (202): seeing them there now proves little, so they go on waiting. */
  doubt(ids: readonly string[]): void {
    for (const id of ids) this.#doubted.add(id);
  }

  /** The server answered for these as a whole one. */
  trust(ids: readonly string[]): void {
    for (const id of ids) this.#doubted.delete(id);
  }

  /** True while the last answer for the event was a 202. */
  isDoubted(id: string): boolean {
    return this.#doubted.has(id);
  }

  /** Puts events in; an event that is there already is the same event, by its content-addressed id. */
  async put(events: readonly EventEnvelope[]): Promise<void> {
    const results = await withDeadline('outbox.put', this.#pouch.bulkDocs(events.map((event) => ({ ...event }))));
    const failed = results.find((result): result is PouchDB.Core.Error => 'error' in result && result.status !== 409);
    if (failed !== undefined) throw new Error(`the outbox refused ${String(failed.id)}: ${String(failed.reason)}`);
  }

  /** Reads the named events; missing ones are left out. */
  async read(ids: readonly string[]): Promise<EventEnvelope[]> {
    const found = await withDeadline('outbox.read', this.#pouch.allDocs({ keys: [...ids], include_docs: true }));
    const events: EventEnvelope[] = [];
    for (const row of found.rows) {
      if (!('doc' in row) || !row.doc) continue;
      const { _rev, ...event } = row.doc;
      if (_rev !== '') events.push(event);
    }
    return events;
  }

  /** Forgets events that the server verifiably has. */
  async remove(ids: readonly string[]): Promise<void> {
    const found = await withDeadline('outbox.remove', this.#pouch.allDocs({ keys: [...ids] }));
    const gone = found.rows.flatMap((row) =>
      'value' in row && !row.value.deleted ? [{ _id: row.id, _rev: row.value.rev, _deleted: true }] : [],
    );
    if (gone.length > 0) await withDeadline('outbox.remove', this.#pouch.bulkDocs(gone as never[]));
  }
}
