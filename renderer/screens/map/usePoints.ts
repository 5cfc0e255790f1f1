import { useMemo } from 'react';

import type { CaseLine } from '#renderer/queries/caseLines/line.ts';
import { ALL_LINES } from '#renderer/queries/caseLines/question.ts';
import { useCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';
import { useSites, type SiteEntry } from '#renderer/queries/sites.ts';
import type { ZoneEntry } from '#renderer/queries/zones.ts';
import type { Position } from '#shared/events/fields.ts';
import { labelPlace } from '#shared/geo/area.ts';
import { wgs84Of } from '#shared/geo/datum.ts';

/** What can be shown. */
export const LAYERS = ['sites', 'openCases', 'endedCases'] as const;
/** See `LAYERS`. */
export type Layer = (typeof LAYERS)[number];

/** A record with a position, as the map and its list show it; degrees in WGS 84. */
export type MapPoint = {
  readonly layer: Layer;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly lon: number;
  readonly lat: number;
};

type Placed = Omit<MapPoint, 'lon' | 'lat'> & { readonly position: Position | undefined };

/** Every record that has a position, or else a border: then it stands inside of it. `undefined` while loading. */
export function usePoints(zones: readonly ZoneEntry[] | undefined): readonly MapPoint[] | undefined {
  const sites = useSites('', { placed: true, most: ALL_LINES });
  const cases = useCaseLines({ placed: true, most: ALL_LINES });
  return useMemo(() => {
    if (sites === undefined || cases === undefined || zones === undefined) return undefined;
    const points = [...sites.rows.map(siteAt), ...cases.lines.map(caseAt)].flatMap(
      ({ position, ...rest }): MapPoint[] => (position === undefined ? [] : [{ ...rest, ...wgs84Of(position) }]),
    );
    const known = new Set(points.map(({ id }) => id));
    return [...points, ...zones.filter(({ id }) => !known.has(id)).map(zoneAt)];
  }, [sites, cases, zones]);
}

function siteAt({ id, name, address, position }: SiteEntry): Placed {
  return { layer: 'sites', id, title: name, text: address, position };
}

function caseAt({ id, title, address, group, position }: CaseLine): Placed {
  return { layer: group === 'ended' ? 'endedCases' : 'openCases', id, title, text: address, position };
}

function zoneAt({ id, name, text, ring }: ZoneEntry): MapPoint {
  return { layer: 'sites', id, title: name, text, ...labelPlace({ polygons: [[ring]] }) };
}
