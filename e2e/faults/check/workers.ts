import type { SyncStatus } from '#renderer/data/status.ts';

import type { TestWorker } from '../../integration/aWorker.ts';

import type { DeviceContent } from './devices.ts';
import { shownBy } from './devices.ts';
import type { Unsettled } from './visible.ts';

/** What a device of the tests holds, by the databases that it may see. */
export async function contentOf(
  place: string,
  { ctx }: TestWorker,
  sees: (db: string) => boolean,
): Promise<DeviceContent> {
  const rows = await ctx.db.events.toArray();
  const withheld = new Set((await ctx.db.withheld.toArray()).map(({ named }) => named));
  const shown = await shownBy((table) => ctx.db.table(table).toArray());
  return { place, sees, events: rows.map(({ id, db }) => ({ id, db })), shown, withheld };
}

/** What a device of the tests shows of items that are not settled. */
export async function unsettledOf({ ctx }: TestWorker): Promise<Unsettled> {
  const [outbox, blobs, quarantine, status] = await Promise.all([
    ctx.db.outbox.toArray(),
    ctx.db.blobs.toArray(),
    ctx.db.quarantine.toArray(),
    ctx.db.meta.get('sync'),
  ]);
  return { outbox, blobs, quarantine, status: status?.value as SyncStatus | undefined };
}
