import { randomBytes, randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import { z } from 'zod';

import type { P256Public } from '#shared/access/recovery.ts';
import type { JournalEntry } from '#shared/bridge/port.ts';
import {
  bundleBlob,
  type BundleBlob,
  type BundleEvent,
  type BundleGap,
  type BundleHeader,
  type BundleState,
} from '#shared/exchange/bundleFormat.ts';

import { errnoOf, syncFolder } from '../files/durable.ts';
import type { BlobStore } from '../journal/blobStore.ts';

import { BundleError } from './bundleError.ts';
import { BundleWriter, type Signer } from './bundleWriter.ts';

/** What the journal and the files beside it hold that the server does not verifiably have. */
export type Unsynced = {
  readonly events: readonly BundleEvent[];
  readonly blobs: readonly BundleBlob[];
  /** Blobs whose note this version cannot read: they cannot travel, and the bundle says so. */
  readonly gaps?: readonly BundleGap[];
};

/** States by event id or blob key, as the data worker knows them; what it does not name waits. */
export type KnownStates = ReadonlyMap<string, BundleState>;

const WAITING: BundleState = { is: 'waiting' };
/** What the journal keeps of a record that was withdrawn. */
const withheldNote = z.looseObject({
  db: z.string(),
  event: z.record(z.string(), z.unknown()),
  reason: z.string().optional(),
  naming: z.record(z.string(), z.unknown()).optional(),
});
/** A note may say more than travels. */
const blobNote = z.object({
  ...bundleBlob.omit({ state: true, device: true }).shape,
  device: z.uuid().optional(),
  state: z.enum(['draft', 'waiting', 'withdrawn']),
  reason: z.string().optional(),
  since: z.string().optional(),
});

/**
 * Collects what is not on the server from journal entries and the list of blob files. Drafts stay with the device, and so does
 * who reported something: a bundle passes through hands that may not know it.
 */
export function unsyncedOf(
  entries: readonly JournalEntry[],
  files: readonly { readonly key: string; readonly bytes: number }[],
  device: string,
  states: KnownStates,
): Unsynced {
  const sizes = new Map(files.map(({ key, bytes }) => [key, bytes]));
  const events: BundleEvent[] = [];
  const blobs: BundleBlob[] = [];
  const gaps: BundleGap[] = [];
  for (const entry of entries) {
    const state = states.get(entry.kind === 'note' ? entry.key.replace(/^blob:/, '') : entry.key) ?? WAITING;
    if (entry.kind === 'event' && !isSealed(entry.db))
      events.push({ key: entry.key, db: entry.db, state, body: entry.body as Record<string, unknown> });
    if (entry.kind !== 'note') continue;
    const withdrawn = entry.key.startsWith('withheld:') ? withdrawnOf(entry.key, entry.body) : undefined;
    if (withdrawn !== undefined) events.push(withdrawn);
    if (!entry.key.startsWith('blob:')) continue;
    const note = blobNote.safeParse(entry.body);
    if (!note.success) gaps.push({ key: entry.key.slice('blob:'.length), why: 'unreadable_note' });
    if (!note.success || note.data.state === 'draft') continue;
    const { state: kept, reason, since, ...blob } = note.data;
    const bytes = sizes.get(blob.key) ?? blob.bytes;
    const ofBlob = kept === 'withdrawn' ? withdrawnState(reason, since) : state;
    blobs.push({ ...blob, bytes, device: blob.device ?? device, state: ofBlob });
  }
  return { events, blobs, gaps };
}

/** True for the databases of which few may read anything. */
function isSealed(db: string): boolean {
  return db.startsWith('sealed-');
}

/** A withdrawn record travels, too: readers on the other side must know that it will never come, and what it was. */
function withdrawnOf(key: string, body: unknown): BundleEvent | undefined {
  const note = withheldNote.safeParse(body);
  if (!note.success) return undefined;
  const { db, event, reason, naming } = note.data;
  if (isSealed(db)) return undefined;
  const state = withdrawnState(reason, undefined);
  return { key: key.slice('withheld:'.length), db, state, body: event, ...(naming === undefined ? {} : { naming }) };
}

function withdrawnState(reason: string | undefined, at: string | undefined): BundleState {
  return {
    is: 'withdrawn',
    ...(reason === undefined ? {} : { reason: reason.slice(0, 1000) }),
    ...(at === undefined ? {} : { at }),
  };
}

/** Who made a bundle, to whom it is encrypted, and what is told meanwhile. */
export type BundleMaker = {
  readonly app: string;
  readonly device: string;
  readonly publicKey: P256Public;
  readonly signer: BundleHeader['signer'];
  readonly sign: Signer;
  readonly recipient: P256Public;
  readonly madeAt: string;
  readonly onBytes?: (done: number) => void;
  readonly signal?: AbortSignal;
};

/** What stands in a written bundle. `gaps`: blobs whose file was damaged or missing. */
export type Written = {
  readonly events: number;
  readonly blobs: number;
  readonly bytes: number;
  readonly gaps: number;
};

const authored = z.looseObject({ by: z.string(), org: z.string() });

function headerOf(maker: BundleMaker, { events, blobs }: Unsynced): BundleHeader {
  const people = new Map<string, number>();
  const orgs = new Set<string>();
  for (const { body } of events) {
    const author = authored.safeParse(body);
    if (!author.success) continue;
    people.set(author.data.by, (people.get(author.data.by) ?? 0) + 1);
    orgs.add(author.data.org);
  }
  for (const { by } of blobs) people.set(by, people.get(by) ?? 0);
  return {
    bundle: randomUUID(),
    app: maker.app,
    device: maker.device,
    signer: maker.signer,
    publicKey: maker.publicKey,
    madeAt: maker.madeAt,
    orgs: [...orgs],
    people: [...people].map(([user, count]) => ({ user, events: count })),
    counts: { events: events.length, blobs: blobs.length, bytes: blobs.reduce((sum, { bytes }) => sum + bytes, 0) },
  };
}

/**
 * Writes a bundle to a path: whole and synced to the disk, or not at all. Throws `BundleError`: `nothing_to_export`,
 * `bundle_cancelled`, `write_failed` with the system's name of the failure.
 */
export async function writeBundle(
  path: string,
  unsynced: Unsynced,
  blobs: Pick<BlobStore, 'read'>,
  maker: BundleMaker,
): Promise<Written> {
  if (unsynced.events.length + unsynced.blobs.length === 0) throw new BundleError('nothing_to_export');
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    let written: Written;
    try {
      const writer = await BundleWriter.begin(file, maker.recipient, headerOf(maker, unsynced));
      written = await writeAllOf(writer, unsynced, blobs, maker);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return written;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined); // a stick that was pulled out; the failure told is the first
    throw error instanceof BundleError ? error : new BundleError('write_failed', errnoOf(error));
  }
}

async function writeAllOf(
  writer: BundleWriter,
  { events, blobs, gaps: unreadable = [] }: Unsynced,
  store: Pick<BlobStore, 'read'>,
  maker: BundleMaker,
): Promise<Written> {
  for (const event of events) {
    stopIfCancelled(maker);
    await writer.addJson('event', event);
  }
  const counts = { events: events.length, blobs: 0, bytes: 0 };
  let gaps = unreadable.length;
  for (const gap of unreadable) await writer.addJson('gap', gap);
  for (const blob of blobs) {
    const first = await store.read(blob.key, 0);
    if (!first.ok || first.value.total !== blob.bytes) {
      gaps += 1;
      await writer.addJson('gap', { key: blob.key, why: first.ok ? 'other_size' : first.error.code });
      continue;
    }
    await writer.addJson('blob', blob);
    const why = await writeBytes(writer, blob, store, maker, counts.bytes);
    if (why !== undefined) {
      gaps += 1;
      await writer.addJson('gap', { key: blob.key, why });
      continue;
    }
    counts.blobs += 1;
    counts.bytes += blob.bytes;
  }
  await writer.end(counts, maker.sign);
  return { ...counts, gaps };
}

/** Undefined when all bytes are written; otherwise why the file could not be read to its end. */
async function writeBytes(
  writer: BundleWriter,
  { key, bytes: total }: BundleBlob,
  store: Pick<BlobStore, 'read'>,
  maker: BundleMaker,
  before: number,
): Promise<string | undefined> {
  for (let at = 0; at < total;) {
    stopIfCancelled(maker);
    const piece = await store.read(key, at);
    if (!piece.ok) return piece.error.code;
    if (piece.value.bytes.length === 0) return 'not_whole';
    await writer.addBytes(piece.value.bytes);
    at += piece.value.bytes.length;
    maker.onBytes?.(before + at);
  }
  return undefined;
}

function stopIfCancelled({ signal }: BundleMaker): void {
  if (signal?.aborted === true) throw new BundleError('bundle_cancelled');
}
