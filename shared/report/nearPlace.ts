import type { Position } from '../events/fields.ts';
import { metresBetween, wgs84Of } from '../geo/datum.ts';

import { likeness } from './duplicates.ts';

/** What lies within so many metres is near. */
export const NEAR_PLACE_M = 300;
/** Of the shorter address so much is in the longer one, from which they name the same place. */
const SIMILAR = 0.5;

/** Where something was reported, or stands: its address, and a position where one is known. */
export type Place = { readonly address: string; readonly position?: Position | undefined };

/** How near a thing is: whole metres, or that its address is alike (0 to 1). */
export type Nearness = { readonly metres: number } | { readonly like: number };

/**
 * How near a thing is to a place; undefined when it is not. Positions of any system are compared; where one of the two is
 * missing the addresses are.
 */
export function nearnessOf(place: Place, thing: Place): Nearness | undefined {
  if (place.position !== undefined && thing.position !== undefined) {
    const metres = Math.round(metresBetween(wgs84Of(place.position), wgs84Of(thing.position)));
    return metres <= NEAR_PLACE_M ? { metres } : undefined;
  }
  const like = likeness(place.address, thing.address);
  return like >= SIMILAR ? { like } : undefined;
}

/** Orders by nearness: what has metres first and by them, then the more alike. */
export function byNearness(a: Nearness, b: Nearness): number {
  if ('metres' in a) return 'metres' in b ? a.metres - b.metres : -1;
  return 'metres' in b ? 1 : b.like - a.like;
}
