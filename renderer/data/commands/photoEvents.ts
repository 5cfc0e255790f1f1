import type { PhotoData, PhotoPurpose } from '#shared/events/evidenceEvents.ts';
import { evidenceDatabaseOf } from '#shared/events/stream.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import type { CommandError } from '../protocol.ts';
import type { NewEvent } from '../store/commit.ts';
import type { BlobRow } from '../tables.ts';

/** A photo as a form names it: what it shows and the item it belongs to. */
export type PhotoUse = { readonly sha256: string; readonly purpose: PhotoPurpose; readonly item?: string | undefined };

/** Photos of a command as events of its stream, and the blobs that begin to wait for the server. */
export type PhotoEvents = { readonly events: readonly NewEvent[]; readonly blobs: readonly BlobRow[] };

/**
 * Makes the `photo.added` events of a command. A photo that the stream already holds is not added again. Refused with
 * `photo_missing` when a named photo was never imported here.
 */
export async function photoEvents(
  ctx: Context,
  stream: string,
  ownerOrg: string,
  uses: readonly PhotoUse[],
): Promise<Result<PhotoEvents, CommandError>> {
  const events: NewEvent[] = [];
  const blobs: BlobRow[] = [];
  const added = new Set<string>();
  for (const use of uses) {
    if (added.has(use.sha256)) continue;
    added.add(use.sha256);
    const rows = await ctx.db.photos.where('sha256').equals(use.sha256).toArray();
    const known = rows.find((row) => row.stream === stream) ?? rows[0];
    if (known === undefined) return err({ code: 'photo_missing', subject: use.sha256.slice(0, 12) });
    if (known.stream !== stream) {
      const data: PhotoData = { ...known.data, purpose: use.purpose };
      delete data.item;
      events.push({
        type: 'photo.added',
        stream,
        ownerOrg,
        data: use.item === undefined ? data : { ...data, item: use.item },
      });
    }
    for (const key of [`photo:${use.sha256}`, `thumb:${use.sha256}`]) {
      const blob = await ctx.db.blobs.get(key);
      // What was withdrawn with one record goes up with the next one that shows it.
      if (blob?.state === 'draft' || blob?.state === 'withdrawn')
        blobs.push({
          ...blob,
          db: evidenceDatabaseOf(stream, ownerOrg),
          stream,
          by: ctx.session.profile?.user ?? blob.by,
          state: 'waiting',
          reason: undefined,
          since: undefined,
        });
    }
  }
  return ok({ events, blobs });
}
