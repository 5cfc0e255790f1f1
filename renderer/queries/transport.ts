import type { BlobRow, OutboxRow, QuarantineRow } from '#renderer/data/tables.ts';

import { store, useLive } from './store.ts';

export type { OutboxRow, QuarantineRow } from '#renderer/data/tables.ts';

/** A waiting photo or document file, without its bytes. */
export type WaitingBlob = Pick<BlobRow, 'key' | 'bytes' | 'by' | 'state' | 'reason'>;

/** Own records that the server does not have yet, refused ones first; `undefined` while loading. */
export function useOutbox(): readonly OutboxRow[] | undefined {
  return useLive(async () => {
    const rows = await store.outbox.toArray();
    const rank = (row: OutboxRow): string => (row.state === 'refused' ? '0' : '1') + row.savedAt;
    return rows.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  }, []);
}

/** Own photos and document files that the server does not have yet; `undefined` while loading. */
export function useWaitingBlobs(): readonly WaitingBlob[] | undefined {
  return useLive(async () => {
    const rows = await store.blobs.where('state').anyOf('waiting', 'refused').toArray();
    return rows.map(({ key, bytes, by, state, reason }) => ({ key, bytes, by, state, reason }));
  }, []);
}

/** Documents from the server that could not be applied; `undefined` while loading. */
export function useQuarantine(): readonly QuarantineRow[] | undefined {
  return useLive(() => store.quarantine.toArray(), []);
}
