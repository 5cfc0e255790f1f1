import { useEffect, useState } from 'react';

import { store, useLive } from './store.ts';

import { send, type CommandError } from '#renderer/data/client.ts';
import type { PhotoRow } from '#renderer/data/tables.ts';

export type { PhotoRow } from '#renderer/data/tables.ts';

/** The photos of a stream (`case:<uuid>`, `inspection:<uuid>`); `undefined` while loading. */
export function usePhotos(stream: string): readonly PhotoRow[] | undefined {
  return useLive(() => store.photos.where('stream').equals(stream).toArray(), [stream]);
}

/** Bytes by key: held here, being fetched, or not to be had (with the reason). */
export type BlobView =
  | { readonly is: 'loading' }
  | {
      readonly is: 'ready';
      readonly blob: Blob;
      readonly state: 'draft' | 'waiting' | 'refused' | 'server' | 'fetched';
    }
  | { readonly is: 'missing'; readonly error: CommandError };

const LOADING: BlobView = { is: 'loading' };

/**
 * Bytes under `photo:<sha256>`, `thumb:<sha256>` or `doc:<sha256>`. With a `stream` what is not here is asked from the
 * server once; without one it is `missing`.
 */
export function useBlob(key: string, stream?: string): BlobView {
  const row = useLive(async () => (await store.blobs.get(key)) ?? null, [key]);
  const [fetched, setFetched] = useState<{ readonly key: string; readonly view: BlobView }>();
  const absent = row === null;

  useEffect(() => {
    if (!absent) return;
    let wanted = true;
    const ask =
      stream === undefined
        ? Promise.resolve({ ok: false as const, error: { code: 'photo_missing' } })
        : send('photo.load', { key, stream });
    void ask.then((answer) => {
      if (!wanted) return;
      setFetched({
        key,
        view: answer.ok
          ? { is: 'ready', blob: answer.value.blob, state: 'fetched' }
          : { is: 'missing', error: answer.error },
      });
    });
    return () => {
      wanted = false;
    };
  }, [absent, key, stream]);

  if (row !== null && row !== undefined) return { is: 'ready', blob: row.blob, state: row.state };
  return fetched?.key === key ? fetched.view : LOADING;
}

/** Like `useBlob`, as an object URL that lives as long as the component shows it. */
export type BlobUrl =
  | { readonly is: 'loading' }
  | { readonly is: 'ready'; readonly url: string }
  | { readonly is: 'missing'; readonly error: CommandError };

/** An object URL for bytes under a key; released when the key changes or the component goes. */
export function useBlobUrl(key: string, stream?: string): BlobUrl {
  const view = useBlob(key, stream);
  const blob = view.is === 'ready' ? view.blob : undefined;
  const size = blob?.size;
  const [url, setUrl] = useState<{ readonly key: string; readonly url: string }>();

  useEffect(() => {
    if (blob === undefined) return;
    let made: string | undefined;
    let wanted = true;
    queueMicrotask(() => {
      if (!wanted) return;
      made = URL.createObjectURL(blob);
      setUrl({ key, url: made });
    });
    return () => {
      wanted = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
    // Dexie hands out a new Blob object per read; key and size say whether it is the same content.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, size]);

  if (view.is === 'missing') return view;
  return url?.key === key && view.is === 'ready' ? { is: 'ready', url: url.url } : { is: 'loading' };
}
