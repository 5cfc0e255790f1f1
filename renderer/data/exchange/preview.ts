import { deviceCardField } from '#shared/access/directory.ts';
import type { BundleHeader } from '#shared/exchange/bundleFormat.ts';

import type { Context } from '../context.ts';

import type { BundlePreview, BundleTrust } from './results.ts';
import { standingOf } from './standing.ts';

/** Looks at an opened bundle. */
export async function previewBundle(ctx: Context, bundle: string): Promise<BundlePreview> {
  const { header, ids, blobs, gaps } = await ctx.port.call('bundle.about', { bundle });
  const events = await ctx.db.events.bulkGet([...ids]);
  const here = await ctx.db.blobs
    .where('key')
    .anyOf(blobs.map(({ key }) => key))
    .count();
  const people = await Promise.all(
    header.people.map(async ({ user, events: count }) => {
      const name = (await ctx.db.directory.get(`user:${user}`))?.doc['name'];
      return { user, name: typeof name === 'string' ? name : undefined, events: count };
    }),
  );
  return {
    bundle,
    device: header.device,
    trust: await trustOf(ctx, header),
    madeAt: header.madeAt,
    people,
    events: ids.length,
    eventsHere: events.filter((row) => row !== undefined).length,
    blobs: blobs.length,
    blobsHere: here,
    bytes: blobs.reduce((sum, blob) => sum + blob.bytes, 0),
    gaps,
  };
}

async function trustOf(ctx: Context, { device, publicKey, signer }: BundleHeader): Promise<BundleTrust> {
  if (signer === 'recovery') return 'recovery'; // main proved that the recovery key itself signed
  const card = deviceCardField.safeParse((await ctx.db.directory.get(`device:${device}`))?.doc);
  if (!card.success) return 'unknown';
  const { x, y } = card.data.publicKey;
  if (x !== publicKey.x || y !== publicKey.y) return 'forged';
  const standing = await standingOf(ctx, card.data);
  if (standing === 'approved') return 'known';
  return standing === 'requested' ? 'requested' : 'revoked';
}
