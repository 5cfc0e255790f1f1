import type { Context } from '../context.ts';
import { withDeadline } from '../store/deadline.ts';
import { assertRoom } from '../store/room.ts';

import { adoptDraft, keepImported, wantsBlob } from './importBlobs.ts';
import { takeEvents } from './importEvents.ts';
import type { ImportResult } from './results.ts';

/** How long the store may take to prove that it can be written, in milliseconds. */
const PROBE_WITHIN_MS = 5_000;

/**
 * Imports an opened bundle. What is here already changes nothing, so it may run any number of times; after a failure in
 * the middle another run brings the rest. Throws before anything is written: `NoRoom` on a disk that takes
 * no photos, a `StoreTimeout` when the store hangs.
 */
export async function importBundle(ctx: Context, bundle: string): Promise<ImportResult> {
  await assertRoom(ctx.port, 'photo');
  await withDeadline('import.probe', ctx.db.meta.put({ key: 'probe', value: bundle }), undefined, PROBE_WITHIN_MS);
  const { header } = await ctx.port.call('bundle.about', { bundle });
  const result = { events: 0, eventsHere: 0, blobs: 0, blobsHere: 0, bad: 0 };
  for (let take = false; ;) {
    await assertRoom(ctx.port, 'photo');
    const step = await ctx.port.call('bundle.next', { bundle, take });
    take = false;
    if (step.is === 'end') break;
    if (step.is === 'events') {
      const { taken, here, bad } = await takeEvents(ctx, header, step.events);
      result.events += taken;
      result.eventsHere += here;
      result.bad += bad;
    } else if (step.is === 'blob') {
      const wanted = await wantsBlob(ctx, step.blob);
      take = wanted === 'wanted';
      if (wanted === 'bad') result.bad += 1;
      else if (wanted === 'here') {
        if (await adoptDraft(ctx, step.blob)) result.blobs += 1;
        else result.blobsHere += 1;
      }
    } else if (step.is === 'kept') {
      if (await keepImported(ctx, step.blob, step.sha256)) result.blobs += 1;
      else result.bad += 1;
    }
  }
  ctx.kickSync();
  return result;
}
