import PouchDB from 'pouchdb-core';

import type { EventEnvelope } from '#shared/events/envelope.ts';

import { Mutex } from '../runtime/mutex.ts';
import { withDeadline } from '../store/deadline.ts';
import type { XunzhiDatabase } from '../tables.ts';

type Pouch = PouchDB.Database<EventEnvelope>;
/** Which of the two databases is written, and the other one while it is being filled or emptied. */
type Turn = { readonly current: string; readonly other?: string };

/** With so many settled documents in it the outbox changes over to its other database. */
export const ROTATE_AFTER = 500;

const TURN = 'outbox';

/**
 * Where own events wait for the server: one PouchDB (adapter `idb`) of ordinary CouchDB documents. PouchDB keeps a
 * tombstone and a revision tree of whatever was deleted, for ever; so nothing is deleted. Two databases take turns: when
 * one holds many settled documents, what still waits is copied to the other and the first is destroyed as a whole.
 *
 * `other` is noted before it is made and until it is gone, so whatever step a crash comes after, the next start destroys
 * it and nothing else. What it may have held alone is in the event store, from which the push fills the outbox again.
 */
export class OutboxStore {
  readonly #names: readonly [string, string];
  readonly #db: XunzhiDatabase;
  readonly #one = new Mutex();
  #turn: Turn;
  #pouch: Pouch;
  #documents = 0;

  private constructor(name: string, db: XunzhiDatabase, turn: Turn) {
    this.#names = [name, `${name}-2`];
    this.#db = db;
    this.#turn = turn;
    this.#pouch = pouchOf(turn.current);
  }

  /** Opens the outbox of this profile and ends a change of turns that a crash cut short. */
  static async open(name: string, db: XunzhiDatabase): Promise<OutboxStore> {
    const turn = (await db.meta.get(TURN))?.value as Turn | undefined;
    const store = new OutboxStore(name, db, turn ?? { current: name });
    store.#documents = (await withDeadline('outbox.open', store.#pouch.info())).doc_count;
    await store.#dropOther();
    return store;
  }

  /** Puts events in; an event that is there already is the same event, by its content-addressed id. */
  put(events: readonly EventEnvelope[]): Promise<void> {
    return this.#one.run(async () => {
      this.#documents += await putInto(this.#pouch, events);
    });
  }

  /** Reads the named events; missing ones are left out. */
  async read(ids: readonly string[]): Promise<EventEnvelope[]> {
    const found = await this.#one.run(() =>
      withDeadline('outbox.read', this.#pouch.allDocs({ keys: [...ids], include_docs: true })),
    );
    const events: EventEnvelope[] = [];
    for (const row of found.rows) {
      if (!('doc' in row) || !row.doc) continue;
      const { _rev, ...event } = row.doc;
      if (_rev !== '') events.push(event);
    }
    return events;
  }

  /**
   * Changes over to the other database when most of this one is settled. `waiting` reads the events that are not;
   * `hasRoom` is asked before each database is made or destroyed. Without room it stops there, and the next call goes on.
   */
  async rotate(waiting: () => Promise<readonly EventEnvelope[]>, hasRoom: () => Promise<boolean>): Promise<void> {
    if (this.#documents < ROTATE_AFTER && this.#turn.other === undefined) return;
    await this.#one.run(async () => {
      if (!(await hasRoom())) return;
      await this.#dropOther();
      const left = await waiting();
      if (this.#documents - left.length < ROTATE_AFTER) return;
      const { current } = this.#turn;
      const next = current === this.#names[0] ? this.#names[1] : this.#names[0];
      await this.#note({ current, other: next });
      if (!(await hasRoom())) return;
      const pouch = pouchOf(next);
      const documents = await putInto(pouch, left);
      await this.#note({ current: next, other: current });
      this.#pouch = pouch;
      this.#documents = documents;
      if (await hasRoom()) await this.#dropOther();
    });
  }

  async #dropOther(): Promise<void> {
    const { current, other } = this.#turn;
    if (other === undefined) return;
    await withDeadline('outbox.rotate', pouchOf(other).destroy());
    await this.#note({ current });
  }

  async #note(turn: Turn): Promise<void> {
    await this.#db.meta.put({ key: TURN, value: turn });
    this.#turn = turn;
  }
}

function pouchOf(name: string): Pouch {
  return new PouchDB<EventEnvelope>(name, { adapter: 'idb', auto_compaction: true, revs_limit: 1 });
}

/** Answers how many of the events were not there yet. */
async function putInto(pouch: Pouch, events: readonly EventEnvelope[]): Promise<number> {
  if (events.length === 0) return 0;
  const results = await withDeadline('outbox.put', pouch.bulkDocs(events.map((event) => ({ ...event }))));
  const failed = results.find((result): result is PouchDB.Core.Error => 'error' in result && result.status !== 409);
  if (failed !== undefined) throw new Error(`the outbox refused ${String(failed.id)}: ${String(failed.reason)}`);
  return results.filter((result) => !('error' in result)).length;
}
