import Supercluster from 'supercluster';

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];
/** What stands at a place of the map: one point, by its place in the list that was loaded, or several drawn as one. */
export type Mark =
  | { readonly is: 'point'; readonly lon: number; readonly lat: number; readonly index: number }
  | {
      readonly is: 'cluster';
      readonly lon: number;
      readonly lat: number;
      readonly count: number;
      /** The zoom at which it falls apart. */
      readonly apartAt: number;
    };

/** Zoom from which every point is drawn by itself. */
const MOST_ZOOM = 17;
/** Points nearer than so many pixels are drawn as one. */
const RADIUS_PX = 56;

/** Points that lie close together at a zoom, drawn as one with their number. */
export type Clusters = { readonly marksIn: (bounds: Bounds, zoom: number) => readonly Mark[] };

/** Sorts the points for all zooms at once; `lonLats` holds longitude and latitude of each, in WGS 84 degrees. */
export function clustersOf(lonLats: Float64Array): Clusters {
  const index = new Supercluster<{ readonly index: number }>({ radius: RADIUS_PX, maxZoom: MOST_ZOOM });
  index.load(
    Array.from({ length: lonLats.length / 2 }, (_, at) => ({
      type: 'Feature' as const,
      properties: { index: at },
      geometry: { type: 'Point' as const, coordinates: [lonLats[at * 2] ?? 0, lonLats[at * 2 + 1] ?? 0] },
    })),
  );
  return {
    marksIn: ([west, south, east, north], zoom) =>
      index.getClusters([west, south, east, north], Math.floor(zoom)).map(({ properties, geometry }): Mark => {
        const [lon = 0, lat = 0] = geometry.coordinates;
        if (!('cluster' in properties)) return { is: 'point', lon, lat, index: properties.index };
        const apartAt = index.getClusterExpansionZoom(properties.cluster_id);
        return { is: 'cluster', lon, lat, count: properties.point_count, apartAt };
      }),
  };
}
