import type { PhotoData } from '#shared/events/evidenceEvents.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import type { CommandError } from '../protocol.ts';

import { sha256OfBytes } from './hashing.ts';
import { makePrint } from './thumbnail.ts';

/** What is printed of a photo: a smaller JPEG, upright, and its SHA-256. The original stays as it is. */
export type Print = { readonly original: string; readonly print: string; readonly jpeg: Uint8Array<ArrayBuffer> };

/**
 * Makes what is printed of the photos of a stream, one after the other. A photo that no program here can show has none. Refuses
 * when an original is neither here nor to be had, so that no paper shows fewer photos than it says.
 */
export async function printsOf(
  ctx: Context,
  stream: string,
  photos: readonly PhotoData[],
  make = makePrint,
): Promise<Result<readonly Print[], CommandError>> {
  const prints: Print[] = [];
  for (const { sha256, widthPx, heightPx } of photos) {
    const loaded = await ctx.loads.ask(`photo:${sha256}`, stream);
    if (!loaded.ok) return err(loaded.error);
    const size = widthPx === undefined || heightPx === undefined ? undefined : { widthPx, heightPx };
    const made = await make(loaded.value.blob, size);
    if (made === undefined) continue;
    prints.push(await printOf(sha256, made.blob));
  }
  return ok(prints);
}

/** What is printed of a photo on a notice: its preview, which every device gets with the record and which is the same on all. */
export async function previewsOf(
  ctx: Context,
  stream: string,
  originals: readonly string[],
): Promise<Result<readonly Print[], CommandError>> {
  const prints: Print[] = [];
  for (const original of originals) {
    const loaded = await ctx.loads.ask(`thumb:${original}`, stream);
    if (!loaded.ok) return err(loaded.error);
    prints.push(await printOf(original, loaded.value.blob));
  }
  return ok(prints);
}

async function printOf(original: string, blob: Blob): Promise<Print> {
  const jpeg = new Uint8Array(await blob.arrayBuffer());
  return { original, print: await sha256OfBytes(jpeg), jpeg };
}
