import { z } from 'zod';

import { err, ok, type Result } from '../kernel/result.ts';

import { wgs84Of, type Crs } from './datum.ts';
import { ringAreaM2, ringFault, type Corner, type Ring, type RingFault } from './ring.ts';

/** The reference systems that corners may be in. */
export const CRS = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const satisfies readonly Crs[];
/** An area with one border, as a register keeps it: never converted, as positions are. */
export type Zone = { readonly crs: Crs; readonly ring: Ring };
/** Why a text is no zone. */
export type ZoneFault = 'not_a_zone' | 'too_many_corners' | RingFault;

/** A zone has no more corners: its text has to fit into a field of a register. */
export const MOST_CORNERS = 100;

const cornerField = z.tuple([
  z.int().min(-1_800_000_000).max(1_800_000_000),
  z.int().min(-900_000_000).max(900_000_000),
]);

/** A zone as a register's field holds it: `WGS84:<lonE7> <latE7>,<lonE7> <latE7>,…`. */
export function zoneText({ crs, ring }: Zone): string {
  return `${crs}:${ring.map(([lon, lat]) => `${String(lon)} ${String(lat)}`).join(',')}`;
}

/** Reads such a text; what it bounds must be an area. */
export function readZone(text: string): Result<Zone, ZoneFault> {
  const [name = '', list = '', ...rest] = text.split(':');
  const crs = CRS.find((known) => known === name);
  if (crs === undefined || rest.length > 0) return err('not_a_zone');
  const ring: Corner[] = [];
  for (const part of list.split(',')) {
    const numbers = /^(-?\d{1,10}) (-?\d{1,10})$/.exec(part);
    const corner = cornerField.safeParse([Number(numbers?.[1]), Number(numbers?.[2])]);
    if (!corner.success) return err('not_a_zone');
    ring.push(corner.data);
  }
  if (ring.length > MOST_CORNERS) return err('too_many_corners');
  const fault = ringFault(ring);
  return fault === undefined ? ok({ crs, ring }) : err(fault.code);
}

/** The border in WGS 84, for drawing, measuring and looking what is inside. */
export function wgs84Ring({ crs, ring }: Zone): Ring {
  if (crs === 'WGS84' || crs === 'CGCS2000') return ring;
  return ring.map(([lonE7, latE7]): Corner => {
    const { lon, lat } = wgs84Of({ lonE7, latE7, crs });
    return [Math.round(lon * 1e7), Math.round(lat * 1e7)];
  });
}

/** What a zone says in words: its corners, about how large it is and where its middle lies (degrees of WGS 84); the text itself where it is none. */
export function zoneWords(text: string): string {
  const zone = readZone(text);
  if (!zone.ok) return text;
  const ring = wgs84Ring(zone.value);
  const middle = (at: 0 | 1): string =>
    (ring.reduce((sum, corner) => sum + corner[at], 0) / ring.length / 1e7).toFixed(5);
  return `${String(ring.length)} 个角，约 ${showArea(ringAreaM2(ring))}，中心 ${middle(0)}, ${middle(1)}`;
}

/** An area as people say it: square metres, from a million on square kilometres. */
export function showArea(m2: number): string {
  if (m2 >= 1_000_000) return `${(m2 / 1_000_000).toFixed(2)} 平方公里`;
  return `${m2 < 100 ? m2.toFixed(1) : String(Math.round(m2))} 平方米`;
}
