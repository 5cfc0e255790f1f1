import { z } from 'zod';

import { textField } from '../events/fields.ts';

/**
 * Where the tiles of a ground map come from: an address with `{z}`, `{x}` and `{y}` in its path or query, over TLS unless it is
 * this machine. `crs`: the reference system they are drawn in (tiles of 百度 use a grid of their own and cannot be taken).
 * `attribution` is shown on the map. `cacheMb`: how much of the disk they may take.
 */
export const tileSourceField = z.strictObject({
  template: z.string().max(500).refine(isTemplate, { error: 'an https address with {z}, {x} and {y} behind its host' }),
  crs: z.enum(['WGS84', 'CGCS2000', 'GCJ02']),
  attribution: textField(100),
  maxZoom: z.int().min(1).max(20),
  cacheMb: z.int().min(10).max(20_000).optional(),
});
/** See `tileSourceField`. */
export type TileSource = z.infer<typeof tileSourceField>;

/** The address of a tile. */
export function tileAddress({ template }: TileSource, { z: zoom, x, y }: { z: number; x: number; y: number }): string {
  return template.replaceAll('{z}', String(zoom)).replaceAll('{x}', String(x)).replaceAll('{y}', String(y));
}

function isTemplate(text: string): boolean {
  const [host = ''] = /^https?:\/\/[^/]+\//.exec(text) ?? [];
  if (host === '' || host.includes('{') || host.includes('@')) return false;
  if (!['{z}', '{x}', '{y}'].every((part) => text.includes(part))) return false;
  return host.startsWith('https://') || /^http:\/\/(localhost|127(\.\d{1,3}){3})(:\d+)?\/$/.test(host);
}
