import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import expressPouchDb from 'express-pouchdb';

import { LevelPouch, type Database, type PouchStatic } from './pouch.ts';
import type { HubState } from './state.ts';

// Answered by the hub itself, or not at all.
const NOT_OURS = [
  'compression',
  'routes/root',
  'routes/session-stub',
  'routes/all-dbs',
  'routes/changes',
  'routes/bulk-docs',
  'routes/temp-views',
  'routes/views',
  'routes/view-cleanup',
];

/** Documents on LevelDB: one PouchDB per database, shared between our writes and express-pouchdb's reads. */
export class Storage {
  /** Emits the database's name after each write, for long polls. */
  readonly written = new EventEmitter().setMaxListeners(0);
  /** Answers the reading part of CouchDB's protocol. */
  readonly read: (req: IncomingMessage, res: ServerResponse) => void;
  readonly #pouch: PouchStatic;
  readonly #open = new Map<string, Database>();
  readonly #state: HubState;

  constructor(dataDir: string, state: HubState) {
    const folder = join(dataDir, 'databases');
    mkdirSync(folder, { recursive: true });
    this.#state = state;
    this.#pouch = LevelPouch.defaults({ prefix: `${folder}/`, adapter: 'leveldb' });
    this.#pouch.setMaxListeners(0);
    // express-pouchdb keeps its own list of databases and its own handles; here it uses ours.
    this.#pouch.__dbCacheMap = this.#open;
    this.#pouch.allDbs = (callback) => {
      const names = state.databases();
      callback?.(null, names);
      return Promise.resolve(names);
    };
    this.read = expressPouchDb(this.#pouch, { mode: 'minimumForPouchDB', overrideMode: { exclude: NOT_OURS } });
  }

  database(name: string): Database {
    let database = this.#open.get(name);
    if (database === undefined) {
      database = new this.#pouch(name);
      database.setMaxListeners(0);
      this.#open.set(name, database);
    }
    return database;
  }

  async create(name: string): Promise<void> {
    this.#state.add(name);
    await this.database(name).info();
  }

  async destroy(name: string): Promise<void> {
    const database = this.database(name);
    this.#open.delete(name);
    this.#state.remove(name);
    await database.destroy();
    this.written.emit(name);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((database) => database.close()));
    this.#open.clear();
  }
}
