import { clustersOf, type Bounds, type Clusters, type Mark } from './points.ts';

/** What the map asks its worker. `round`: of two questions under way only the answer to the later one counts. */
export type PointsAsk =
  | { readonly is: 'load'; readonly lonLats: Float64Array }
  | { readonly is: 'marks'; readonly round: number; readonly bounds: Bounds; readonly zoom: number };
/** What it answers. */
export type PointsAnswer = { readonly round: number; readonly marks: readonly Mark[] };

let clusters: Clusters = clustersOf(new Float64Array());

self.addEventListener('message', ({ data }: MessageEvent<PointsAsk>) => {
  if (data.is === 'load') clusters = clustersOf(data.lonLats);
  else
    self.postMessage({
      round: data.round,
      marks: clusters.marksIn(data.bounds, data.zoom),
    } satisfies PointsAnswer);
});
