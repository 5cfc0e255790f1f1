import type { Register } from '#shared/catalogue/register.ts';
import type { SiteData } from '#shared/events/siteEvents.ts';
import { labelPlace } from '#shared/geo/area.ts';
import { wgs84Of, type LonLat } from '#shared/geo/datum.ts';
import type { Ring } from '#shared/geo/ring.ts';
import { readZone, wgs84Ring } from '#shared/geo/zone.ts';

/** The borders that a register keeps of a thing, in WGS 84. */
export function bordersOf({ fields = {} }: SiteData, register: Register | undefined): readonly Ring[] {
  return (register?.fields ?? []).flatMap(({ id, kind }) => {
    const zone = kind === 'polygon' ? readZone(fields[id] ?? '') : undefined;
    return zone?.ok === true ? [wgs84Ring(zone.value)] : [];
  });
}

/** Where a thing is: its position, else a place inside of its border; undefined without either. */
export function placeOnMap(site: SiteData, register: Register | undefined): LonLat | undefined {
  if (site.position !== undefined) return wgs84Of(site.position);
  const [ring] = bordersOf(site, register);
  return ring === undefined ? undefined : labelPlace({ polygons: [[ring]] });
}
