import 'maplibre-gl/dist/maplibre-gl.css';

import { Map as Engine, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

import { gridLines } from './grid.ts';
import { mapStyle, SOURCES } from './mapStyle.ts';
import type { Bounds, Mark } from './points.ts';
import type { PointsAnswer, PointsAsk } from './points.worker.ts';
import { SKETCH } from './sketch.ts';
import type { MapPoint } from './usePoints.ts';

setWorkerUrl(workerUrl);

/** What the map shows now. */
export type View = { readonly bounds: Bounds; readonly lon: number; readonly lat: number; readonly zoom: number };
/** What it tells the page: another view, and a tap on a point. */
export type MapEvents = { readonly moved: (view: View) => void; readonly picked: (index: number) => void };

const HUANGSHI: [number, number] = [115.04, 30.2];
const FIRST_ZOOM = 11.5;
/** A tap need not hit the middle; pixels. */
const FINGER_PX = 14;

/** The map engine with its marks: points go in, taps come out. */
export class MapView {
  readonly #engine: Engine;
  readonly #worker: Worker;
  readonly #events: MapEvents;
  readonly #colours: Readonly<Record<string, string>>;
  #points: readonly MapPoint[] = [];
  #round = 0;
  #isLoaded = false;

  /** Begins to draw into the element; `colours` by layer of the points. Throws where the machine has no WebGL. */
  constructor(container: HTMLElement, colours: Readonly<Record<string, string>>, events: MapEvents) {
    this.#events = events;
    this.#colours = colours;
    this.#worker = new Worker(new URL('./points.worker.ts', import.meta.url), { type: 'module', name: 'points' });
    this.#worker.onmessage = ({ data }: MessageEvent<PointsAnswer>) => {
      if (data.round === this.#round) this.#draw(data.marks);
    };
    this.#engine = new Engine({
      ...{ container, style: mapStyle(), center: HUANGSHI, zoom: FIRST_ZOOM, minZoom: 6, maxZoom: 19 },
      ...{ attributionControl: false, dragRotate: false, pitchWithRotate: false, fadeDuration: 0 },
    });
    this.#engine.touchZoomRotate.disableRotation();
    this.#engine.on('load', () => {
      this.#isLoaded = true;
      void this.#source(SOURCES.sketch)?.setData(SKETCH);
      this.#look();
    });
    this.#engine.on('moveend', () => {
      this.#look();
    });
    this.#engine.on('click', ({ point: { x, y } }) => {
      this.#tap(x, y);
    });
  }

  /** Shows these instead of those before. */
  setPoints(points: readonly MapPoint[]): void {
    this.#points = points;
    const lonLats = Float64Array.from(points.flatMap(({ lon, lat }) => [lon, lat]));
    this.#ask({ is: 'load', lonLats });
    if (this.#isLoaded) this.#look();
  }

  /** Nearer or farther by one step. */
  zoomBy(steps: number): void {
    this.#engine.easeTo({ zoom: this.#engine.getZoom() + steps });
  }

  /** Moves to a point. */
  goTo({ lon, lat }: MapPoint): void {
    this.#engine.easeTo({ center: [lon, lat], zoom: Math.max(16, this.#engine.getZoom()) });
  }

  /** Moves so that every point is in view. */
  showAll(): void {
    const [first] = this.#points;
    if (first === undefined) return;
    const bounds = this.#points.reduce<[number, number, number, number]>(
      ([w, s, e, n], { lon, lat }) => [Math.min(w, lon), Math.min(s, lat), Math.max(e, lon), Math.max(n, lat)],
      [first.lon, first.lat, first.lon, first.lat],
    );
    this.#engine.fitBounds(bounds, { padding: 60, maxZoom: 17 });
  }

  /** Ends it; nothing may be called afterwards. */
  end(): void {
    this.#worker.terminate();
    this.#engine.remove();
  }

  #look(): void {
    const bounds = this.#engine.getBounds();
    const { lng, lat } = this.#engine.getCenter();
    const zoom = this.#engine.getZoom();
    const edges: Bounds = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    void this.#source(SOURCES.grid)?.setData(gridLines(edges, zoom));
    this.#round += 1;
    this.#ask({ is: 'marks', round: this.#round, bounds: edges, zoom });
    this.#events.moved({ bounds: edges, lon: lng, lat, zoom });
  }

  #draw(marks: readonly Mark[]): void {
    void this.#source(SOURCES.marks)?.setData({
      type: 'FeatureCollection',
      features: marks.map((mark) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [mark.lon, mark.lat] },
        properties:
          mark.is === 'point'
            ? { index: mark.index, colour: this.#colours[this.#points[mark.index]?.layer ?? ''] ?? '#17252b' }
            : { count: mark.count, label: countText(mark.count), apartAt: mark.apartAt },
      })),
    });
  }

  #tap(x: number, y: number): void {
    const box: [[number, number], [number, number]] = [
      [x - FINGER_PX, y - FINGER_PX],
      [x + FINGER_PX, y + FINGER_PX],
    ];
    const [hit] = this.#engine.queryRenderedFeatures(box, { layers: ['points', 'clusters'] });
    if (hit === undefined) return;
    const { index, apartAt } = hit.properties as { readonly index?: number; readonly apartAt?: number };
    if (index !== undefined) this.#events.picked(index);
    if (apartAt === undefined || hit.geometry.type !== 'Point') return;
    const [lon = 0, lat = 0] = hit.geometry.coordinates;
    this.#engine.easeTo({ center: [lon, lat], zoom: apartAt });
  }

  #ask(ask: PointsAsk): void {
    this.#worker.postMessage(ask);
  }

  #source(name: string): GeoJSONSource | undefined {
    return this.#engine.getSource<GeoJSONSource>(name);
  }
}

function countText(count: number): string {
  return count < 10_000 ? String(count) : `${(count / 10_000).toFixed(1)}万`;
}
