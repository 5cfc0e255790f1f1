import { useEffect, useState } from 'react';

import { send, type CommandError } from '#renderer/data/client.ts';
import type { MetaValues } from '#renderer/data/status.ts';
import type { BlobRow } from '#renderer/data/tables.ts';

import { store, useLive } from './store.ts';

/** Bytes by key: held here, being fetched, or not to be had (with the reason). */
export type BlobView =
  | { readonly is: 'loading' }
  | {
      readonly is: 'ready';
      readonly blob: Blob;
      readonly state: BlobRow['state'] | 'fetched';
    }
  | { readonly is: 'missing'; readonly error: CommandError };

const LOADING: BlobView = { is: 'loading' };

async function readHere(key: string): Promise<{ readonly blob: Blob; readonly state: BlobRow['state'] } | null> {
  const [row, body] = await Promise.all([store.blobs.get(key), store.bodies.get(key)]);
  const blob = body?.blob ?? row?.blob;
  return row === undefined || blob === undefined ? null : { blob, state: row.state };
}

/** While a screen shows this case or inspection its photos come ahead of being asked for. */
export function useReading(stream: string): void {
  useEffect(() => {
    void send('photo.reading', { stream });
    return () => void send('photo.reading', { stream: null });
  }, [stream]);
}

/** How far a photo or document has come down; undefined while it does not come. */
export function useReceived(key: string): MetaValues['photoLoads'][string] | undefined {
  const loads = useLive(() => store.meta.get('photoLoads'), []);
  return (loads?.value as MetaValues['photoLoads'] | undefined)?.[key];
}

/**
 * Bytes under `photo:<sha256>`, `thumb:<sha256>` or `doc:<sha256>`. With a `stream` what is not here is asked from the
 * server once; without one it is `missing`.
 */
export function useBlob(key: string, stream?: string): BlobView {
  const row = useLive(() => readHere(key), [key]);
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
