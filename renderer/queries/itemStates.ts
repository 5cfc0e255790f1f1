import type { MetaValues } from '#renderer/data/status.ts';
import type { OutboxRow, WithheldRow } from '#renderer/data/tables.ts';
import { recordState, type ItemState } from '#shared/sync/itemState.ts';

import { store, useLive } from './store.ts';

export type { WithheldRow } from '#renderer/data/tables.ts';

/** Highest character in a key range over `<prefix>…`. */
const AFTER_ALL = '\uffff';
const NOBODY: ReadonlySet<string> = new Set();

/** What requests are carrying right now: ids of records and keys of blobs. */
export async function readUnderWay(): Promise<ReadonlySet<string>> {
  const [records, photos] = await store.meta.bulkGet(['sending', 'photos']);
  const ids = (records?.value as MetaValues['sending'] | undefined) ?? [];
  const file = (photos?.value as MetaValues['photos'] | undefined)?.sending?.key;
  return ids.length === 0 && file === undefined ? NOBODY : new Set(file === undefined ? ids : [...ids, file]);
}

/** What is not on the server yet of a stream: by event id, its state and row. Settled events are not in the map. */
export type UnsettledRecords = ReadonlyMap<string, { readonly state: ItemState; readonly row: OutboxRow }>;

const NOTHING: UnsettledRecords = new Map();

/** The records of a stream that the server does not verifiably have; empty while loading and when all are there. */
export function useUnsettled(stream: string): UnsettledRecords {
  const found = useLive(async () => {
    const [rows, underWay] = await Promise.all([store.outbox.where('stream').equals(stream).toArray(), readUnderWay()]);
    return new Map(rows.map((row) => [row.id, { state: recordState(row, underWay), row }]));
  }, [stream]);
  return found ?? NOTHING;
}

/** What was withdrawn of a stream, by whom and why, newest last; empty while loading. */
export function useWithheld(stream: string): readonly WithheldRow[] {
  const rows = useLive(async () => {
    const events = await store.withheld.where('id').between(`${stream}:`, `${stream}:${AFTER_ALL}`).toArray();
    return events.sort((a, b) => (a.at < b.at ? -1 : 1));
  }, [stream]);
  return rows ?? [];
}
