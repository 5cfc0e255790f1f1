import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import type { CommandAnswer } from '../protocol.ts';
import { hasRoomForPhotos } from '../store/room.ts';
import type { BlobRow } from '../tables.ts';

import { canBeRead } from './blobNotes.ts';
import { findBody, putBlobRow } from './blobRows.ts';
import { watchedFetch, type Received } from './download.ts';
import { evictOriginals } from './eviction.ts';
import { getBlob } from './remoteBlob.ts';
import { whereIs } from './whereBlob.ts';

/** How often screens are told how far a load is, in milliseconds. */
const TELL_EVERY_MS = 300;

type Loaded = CommandAnswer<{ readonly blob: Blob }>;
type Load = { readonly answer: Promise<Loaded>; readonly cut: AbortController; isAsked: boolean };

/** Nobody looks at the photo any more that was fetched ahead. */
export class LetGo extends Error {
  constructor() {
    super('nobody waits for it');
    this.name = 'LetGo';
  }
}

/** Photos and documents on their way down: everybody who asks for the same one shares one request. */
export class PhotoLoads {
  readonly #ctx: () => Context;
  readonly #loads = new Map<string, Load>();
  readonly #received = new Map<string, Received>();
  #toldAtMs = 0;

  constructor(ctx: () => Context) {
    this.#ctx = ctx;
  }

  /** For somebody who looks at it. */
  async ask(key: string, stream: string): Promise<Loaded> {
    const load = this.#loads.get(key) ?? this.#begin(key, stream, true);
    load.isAsked = true;
    return load.answer;
  }

  /** Ahead of anybody's asking; rejects with the signal's reason when that ends it, unless somebody asked meanwhile. */
  async ahead(key: string, stream: string, signal: AbortSignal): Promise<Loaded> {
    const load = this.#loads.get(key) ?? this.#begin(key, stream, false);
    const onAbort = (): void => {
      if (!load.isAsked) load.cut.abort(signal.reason);
    };
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    try {
      return await load.answer;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  #begin(key: string, stream: string, isAsked: boolean): Load {
    const cut = new AbortController();
    const answer = this.#load(key, stream, cut.signal).finally(async () => {
      this.#loads.delete(key);
      this.#received.delete(key);
      await this.#tell();
    });
    const load: Load = { answer, cut, isAsked };
    this.#loads.set(key, load);
    return load;
  }

  async #load(key: string, stream: string, signal: AbortSignal): Promise<Loaded> {
    const ctx = this.#ctx();
    const here = await findBody(ctx.db, key);
    if (here !== undefined && (await canBeRead(here))) return { ok: true, value: { blob: here } };
    const { remote, session } = ctx;
    const { authorization } = session;
    if (remote === undefined || authorization === undefined) return refuse('photo_not_here');
    const { db, mime, expected } = await whereIs(ctx, key, stream);
    if (db === undefined) return refuse('photo_missing', { subject: key });
    const fetcher = watchedFetch(remote, {
      signal,
      onProgress: (received) => {
        this.#progress(key, received);
      },
    });
    const answer = await getBlob(fetcher, { databaseUrl: `${remote.url}/${db}`, authorization }, key, expected);
    if (!answer.ok) {
      if (answer.error.code === 'mismatch') await ctx.report({ code: 'forgery', subject: key, detail: db });
      return refuse(answer.error.code === 'mismatch' ? 'photo_forged' : 'photo_not_on_server', { subject: key });
    }
    const blob = answer.value.slice(0, answer.value.size, mime);
    // With little room it is shown and not kept: it is on the server.
    if (!(await hasRoomForPhotos(ctx.port))) return { ok: true, value: { blob } };
    const row: BlobRow = { key, db, mime, bytes: blob.size, by: session.profile?.user ?? '', state: 'server' };
    await putBlobRow(ctx.db, { ...row, fetchedAt: ctx.clock.nowIso() }, blob);
    await evictOriginals(ctx.db, ctx.runtime.photoLimitBytes);
    return { ok: true, value: { blob } };
  }

  #progress(key: string, received: Received): void {
    this.#received.set(key, received);
    const nowMs = Date.now();
    if (nowMs - this.#toldAtMs < TELL_EVERY_MS) return;
    this.#toldAtMs = nowMs;
    this.#tell().catch(() => undefined); // only the view of it is late: the load itself tells what is wrong with the store
  }

  async #tell(): Promise<void> {
    const { db } = this.#ctx();
    if (this.#received.size > 0) await db.meta.put({ key: 'photoLoads', value: Object.fromEntries(this.#received) });
    else await db.meta.delete('photoLoads');
  }
}
