import { photoFile } from '#shared/documents/dossier/manifest.ts';
import type { ZipFile } from '#shared/documents/dossier/zip.ts';
import type { EventData } from '#shared/events/registry.ts';
import { packageZip, photosIn } from '#shared/exchange/platformPackage.ts';
import { revisionOf, taskNoOf } from '#shared/exchange/platformRecord.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { orgCardOf } from '../commands/grantNumber.ts';
import type { Context } from '../context.ts';
import type { PackedFile } from '../exchangeProtocol.ts';
import type { CommandError, CommandInput } from '../protocol.ts';

import { recordsOut } from './platformOffer.ts';

/** Packages are put together in memory. */
const MOST_BYTES = 512 * 1024 * 1024;

/** A package that was made and not said to be saved yet. */
export type Prepared = { readonly id: string; readonly data: EventData<'exchange.packed'> };

/**
 * Makes the file of a package from the records as they are now, with their photos from here or from the server. Refused:
 * `no_card`, `exchange_gone` when one of them is no more to be sent, `exchange_too_large`.
 */
export async function makePackage(
  ctx: Context,
  org: string,
  { platform, records }: CommandInput<'exchange.pack'>,
): Promise<Result<{ readonly prepared: Prepared; readonly file: PackedFile }, CommandError>> {
  const card = await orgCardOf(ctx, org);
  if (card === undefined) return err({ code: 'no_card', subject: org });
  const found = await recordsOut(ctx, card, [...new Set(records)]);
  if (found === undefined) return err({ code: 'exchange_gone' });
  const photos: ZipFile[] = [];
  const missing: string[] = [];
  let bytes = 0;
  const done = new Set<string>();
  for (const { record, out } of found)
    for (const sha256 of photosIn([out])) {
      if (done.has(sha256)) continue;
      done.add(sha256);
      const photo = await photoOf(ctx, record, sha256);
      if (photo === undefined) missing.push(sha256);
      else photos.push(photo);
      bytes += photo?.bytes.length ?? 0;
      if (bytes > MOST_BYTES) return err({ code: 'exchange_too_large' });
    }
  const madeAt = ctx.clock.nowIso();
  const id = ctx.random.uuid('exchange', ctx.clock.nowMs());
  const head = { package: id, platform, org, orgName: card.name, app: ctx.runtime.version, madeAt };
  const zip = new Blob(
    packageZip(
      head,
      found.map(({ out }) => out),
      photos,
      missing,
    ) as BlobPart[],
    {
      type: 'application/zip',
    },
  );
  const sha256 = sha256Hex(new Uint8Array(await zip.arrayBuffer()));
  const items = found.map(({ record, title, out }) => {
    const taskNo = taskNoOf(record.slice(record.indexOf(':') + 1));
    return { record, taskNo, revision: revisionOf(out), title: title.slice(0, 200) };
  });
  const counts = { records: items.length, photos: photos.length, missing: missing.length };
  return ok({
    prepared: { id, data: { platform, sha256, bytes: zip.size, items } },
    file: { package: id, name: `${platform}-${madeAt.slice(0, 10)}-${id.slice(0, 8)}.zip`, zip, ...counts },
  });
}

/** The original photo, held against its hash; undefined when it is not to be had. */
async function photoOf(ctx: Context, stream: string, sha256: string): Promise<ZipFile | undefined> {
  const loaded = await ctx.loads.ask(`photo:${sha256}`, stream).catch(() => undefined);
  if (loaded?.ok !== true) return undefined;
  const bytes = new Uint8Array(await loaded.value.blob.arrayBuffer());
  if (sha256Hex(bytes) !== sha256) return undefined;
  const row = await ctx.db.photos.where('sha256').equals(sha256).first();
  return { name: photoFile(sha256, row?.data.mime ?? 'image/jpeg'), bytes };
}
