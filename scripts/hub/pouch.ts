import { createRequire } from 'node:module';

import leveldb from 'pouchdb-adapter-leveldb';

type Doc = Record<string, unknown>;
type AllDocs = {
  readonly rows: readonly { readonly id: string; readonly error?: string; readonly doc?: Doc | null }[];
};

/** A PouchDB database, as far as the hub and its tests use it. */
export type Database = {
  info(): Promise<{ readonly doc_count: number; readonly update_seq: number | string }>;
  get(id: string, options?: { readonly rev?: string }): Promise<Doc>;
  put(doc: Doc): Promise<{ readonly rev: string }>;
  allDocs(options: Readonly<Record<string, unknown>>): Promise<AllDocs>;
  bulkDocs(docs: readonly Doc[], options?: { readonly new_edits: boolean }): Promise<readonly Doc[]>;
  changes(
    options: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly results: readonly Doc[]; readonly last_seq: number | string }>;
  getAttachment(id: string, name: string): Promise<Buffer>;
  readonly replicate: {
    readonly to: (other: Database) => Promise<{ readonly ok: boolean; readonly doc_write_failures: number }>;
  };
  sync(other: Database): Promise<Readonly<Record<'push' | 'pull', { readonly docs_written: number }>>>;
  close(): Promise<void>;
  destroy(): Promise<void>;
  setMaxListeners(count: number): void;
};

/** PouchDB itself; the list and the cache of databases are what express-pouchdb looks for. */
export type PouchStatic = {
  new (name: string, options?: Readonly<Record<string, unknown>>): Database;
  plugin(plugin: unknown): PouchStatic;
  defaults(options: Readonly<Record<string, unknown>>): PouchStatic;
  setMaxListeners(count: number): void;
  allDbs?: (callback?: (error: null, names: readonly string[]) => void) => Promise<readonly string[]>;
  __dbCacheMap?: Map<string, Database>;
};

// Not imported: the package's types redeclare Node's Buffer for the whole program, against Node's own.
const core = createRequire(import.meta.url)('pouchdb-core') as PouchStatic;

/** PouchDB with LevelDB below it. */
export const LevelPouch = core.plugin(leveldb);
