import { randomUUID } from 'node:crypto';
import { readFile, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';

import type { BundleState } from '#shared/exchange/bundleFormat.ts';
import { formatChinaInstant } from '#shared/kernel/chinaTime.ts';

import { errnoOf } from '../files/durable.ts';
import type { BlobStore } from '../journal/blobStore.ts';
import type { Journal } from '../journal/journal.ts';
import type { Device } from '../keys/device.ts';

import { BundleError } from './bundleError.ts';
import { readOpening, type Opening } from './bundleReader.ts';
import type { KeyPair } from './curve.ts';
import { unsyncedOf, writeBundle, type Unsynced, type Written } from './exportBundle.ts';
import { checkBundle, importSteps, openToRead, type Checked, type ImportStep } from './importSession.ts';
import type { KnownRecoveryKey, RecoveryKeeper } from './recoveryKeeper.ts';
import { readRecoveryKey, unlockRecoveryKey, type LockedKey } from './recoveryKeyFile.ts';

/** Key files are a few hundred bytes; nothing larger is read. */
const MAX_KEY_FILE_BYTES = 64 * 1024;

/** What the desk works with. `free`: bytes that may be written before the disk takes no photos any more. */
export type DeskParts = {
  readonly app: string;
  readonly journal: Pick<Journal, 'read'>;
  readonly blobs: Pick<BlobStore, 'read' | 'write' | 'drop' | 'list'>;
  readonly device: Pick<Device, 'id' | 'publicKey' | 'sign'>;
  readonly recovery: Pick<RecoveryKeeper, 'known'>;
  readonly free: () => Promise<number>;
  readonly nowIso: () => string;
};

/** How far the running export or import is; bytes of the bundle file. */
export type Progress =
  { readonly is: 'idle' } | { readonly is: 'running'; readonly done: number; readonly total: number };
/** What an export would hold now. */
export type ExportSummary = {
  readonly recoveryKey: KnownRecoveryKey | undefined;
  readonly events: number;
  readonly blobs: number;
  readonly bytes: number;
};
/** A chosen bundle before its key is there. */
export type Picked = { readonly name: string; readonly size: number; readonly madeAt: string; readonly keyId: string };

type Session = {
  readonly id: string;
  readonly path: string;
  readonly opening: Opening;
  readonly pair: KeyPair;
  readonly checked: Checked;
  steps?: { readonly file: FileHandle; readonly items: AsyncGenerator<ImportStep, void, boolean> };
};

/** Where bundles are written and read: one at a time, in the main process, whatever the data worker's store does. */
export class BundleDesk {
  readonly #parts: DeskParts;
  #progress: Progress = { is: 'idle' };
  #abort = new AbortController();
  /** An export or a check is under way; an import only goes on as the data worker asks for its steps. */
  #isRunning = false;
  #picked: { readonly path: string; readonly opening: Opening } | undefined;
  #key: LockedKey | undefined;
  #session: Session | undefined;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** What an export would hold, straight from journal and blob files. */
  async summary(): Promise<ExportSummary> {
    const { events, blobs } = await this.#unsynced(new Map());
    const bytes = blobs.reduce((sum, blob) => sum + blob.bytes, 0);
    return { recoveryKey: this.#parts.recovery.known, events: events.length, blobs: blobs.length, bytes };
  }

  /** A name that tells when and on which device a bundle was made, and nothing of people. */
  fileName(): string {
    const { device, nowIso } = this.#parts;
    return `巡执转交包 ${formatChinaInstant(Date.parse(nowIso()))} ${device.id.slice(0, 8)}.xzbundle`;
  }

  /** Writes everything un-synced to a file. Throws `BundleError`. */
  async exportTo(path: string, states: ReadonlyMap<string, BundleState>): Promise<Written> {
    const { app, blobs, device, recovery, nowIso } = this.#parts;
    const known = recovery.known;
    if (known === undefined) throw new BundleError('no_recovery_key');
    const unsynced = await this.#unsynced(states);
    const total = unsynced.blobs.reduce((sum, blob) => sum + blob.bytes, 0);
    return this.#run(total, (onBytes, signal) =>
      writeBundle(path, unsynced, blobs, {
        app,
        device: device.id,
        publicKey: device.publicKey,
        signer: 'device',
        sign: device.sign,
        recipient: known.publicKey,
        madeAt: nowIso(),
        onBytes,
        signal,
      }),
    );
  }

  /** Stops a running export or check. */
  cancel(): void {
    this.#abort.abort();
  }

  /** Looks at the beginning of a chosen file. Throws `BundleError`. */
  async pickBundle(path: string): Promise<Picked> {
    await this.close();
    const file = await openToRead(path);
    try {
      const opening = await readOpening(file);
      this.#picked = { path, opening };
      const { madeAt, keyId } = opening.header;
      return { name: basename(path), size: opening.size, madeAt, keyId };
    } finally {
      await file.close();
    }
  }

  /** Reads a chosen key file. Throws `BundleError`, `bundle_other_key` when the chosen bundle needs another one. */
  async pickKey(path: string): Promise<{ readonly name: string; readonly keyId: string }> {
    const key = readRecoveryKey(await readKeyFile(path));
    const wanted = this.#picked?.opening.header.keyId;
    if (wanted !== undefined && wanted !== key.keyId) throw new BundleError('bundle_other_key');
    this.#key = key;
    return { name: basename(path), keyId: key.keyId };
  }

  /** Opens the chosen bundle with the chosen key and proves all of it; nothing is written. Throws `BundleError`. */
  async open(passphrase: string): Promise<{ readonly id: string; readonly checked: Checked }> {
    const picked = this.#picked;
    if (picked === undefined || this.#key === undefined) throw new BundleError('bundle_gone');
    const { path, opening } = picked;
    const pair = await unlockRecoveryKey(this.#key, passphrase);
    const checked = await this.#run(opening.size, (onBytes, signal) =>
      checkBundle(path, opening, pair, onBytes, signal),
    );
    // Closed meanwhile: nothing may stay open behind it, least of all the key.
    if (this.#picked !== picked) throw new BundleError('bundle_cancelled');
    if ((await this.#parts.free()) < checked.header.counts.bytes) throw new BundleError('disk_low');
    const id = randomUUID();
    this.#session = { id, path, opening, pair, checked };
    return { id, checked };
  }

  /** What a proved bundle holds. Throws `bundle_gone` for one that is not open. */
  checked(id: string): Checked {
    return this.#sessionOf(id).checked;
  }

  /** The next step of an import; undefined at its end. Throws `BundleError`. */
  async next(id: string, take: boolean): Promise<ImportStep | undefined> {
    const session = this.#sessionOf(id);
    const { opening, pair } = session;
    if (session.steps === undefined) {
      const file = await openToRead(session.path);
      const onBytes = (done: number): void => {
        this.#progress = { is: 'running', done, total: opening.size };
      };
      session.steps = { file, items: importSteps(file, opening, pair, this.#parts.blobs, onBytes) };
    }
    try {
      const step = await session.steps.items.next(take);
      if (step.done !== true) return step.value;
      await this.close();
      return undefined;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Ends what was chosen and opened, and forgets the key. */
  async close(): Promise<void> {
    const steps = this.#session?.steps;
    this.#session = undefined;
    this.#picked = undefined;
    this.#key = undefined;
    this.#progress = { is: 'idle' };
    await steps?.items.return();
    await steps?.file.close();
  }

  #sessionOf(id: string): Session {
    if (this.#session?.id !== id) throw new BundleError('bundle_gone');
    return this.#session;
  }

  async #unsynced(states: ReadonlyMap<string, BundleState>): Promise<Unsynced> {
    const { journal, blobs, device } = this.#parts;
    const { entries } = await journal.read();
    return unsyncedOf(entries, await blobs.list(), device.id, states);
  }

  async #run<T>(total: number, work: (onBytes: (done: number) => void, signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#isRunning) throw new BundleError('bundle_busy');
    this.#isRunning = true;
    this.#abort = new AbortController();
    this.#progress = { is: 'running', done: 0, total };
    try {
      return await work((done) => {
        this.#progress = { is: 'running', done, total };
      }, this.#abort.signal);
    } finally {
      this.#isRunning = false;
      this.#progress = { is: 'idle' };
    }
  }
}

async function readKeyFile(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > MAX_KEY_FILE_BYTES) throw new BundleError('not_a_recovery_key');
    return await readFile(path, 'utf8');
  } catch (error) {
    throw error instanceof BundleError ? error : new BundleError('read_failed', errnoOf(error));
  }
}
