import 'maplibre-gl/dist/maplibre-gl.css';

import { Map as Engine, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

import type { PlacedArea } from '#shared/geo/area.ts';
import type { LonLat } from '#shared/geo/datum.ts';
import type { Ring } from '#shared/geo/ring.ts';

import { frameOf, type Frame } from './frame.ts';
import { gridLines } from './grid.ts';
import { mapStyle, NO_SHAPES, SOURCES, TILES, type Ground, type Shapes } from './mapStyle.ts';
import type { Bounds, Mark } from './points.ts';
import type { PointsAnswer, PointsAsk } from './points.worker.ts';
import { areaNames, areaShapes, drawingShapes, zoneShapes, type Drawing } from './shapes.ts';
import { SKETCH } from './sketch.ts';

setWorkerUrl(workerUrl);

/** A point to be drawn, in degrees of WGS 84; the layer gives it its colour. */
export type Dot = LonLat & { readonly layer: string };
/** What the map shows now. */
export type View = { readonly bounds: Bounds; readonly lon: number; readonly lat: number; readonly zoom: number };
/** What it tells the page: another view, and a tap. A tap that `tapped` takes for itself picks no point. */
export type MapEvents = {
  readonly moved: (view: View) => void;
  readonly tapped: (place: LonLat) => boolean;
  readonly picked: (index: number) => void;
};

/** How the map looks: colours by the layer of a point, and the ground beneath everything. */
export type Look = { readonly colours: Readonly<Record<string, string>>; readonly ground: Ground | undefined };

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
  readonly #frame: Frame;
  #points: readonly Dot[] = [];
  #drawn: Ring = [];
  /** What is drawn beside the points, by source: kept until the engine is ready, and put in then. */
  readonly #shapes = new Map<string, Shapes>();
  /** Rough names, where nothing better says where one is. */
  readonly #sketch: Shapes;
  #round = 0;
  #isLoaded = false;

  /** Begins to draw into the element, on a ground map where there is one. Throws where the machine has no WebGL. */
  constructor(container: HTMLElement, { colours, ground }: Look, events: MapEvents) {
    this.#events = events;
    this.#colours = colours;
    this.#frame = frameOf(ground?.crs ?? 'WGS84');
    this.#sketch = ground === undefined ? SKETCH : NO_SHAPES;
    this.#worker = new Worker(new URL('./points.worker.ts', import.meta.url), { type: 'module', name: 'points' });
    this.#worker.onmessage = ({ data }: MessageEvent<PointsAnswer>) => {
      if (data.round === this.#round) this.#draw(data.marks);
    };
    this.#engine = new Engine({
      ...{ container, style: mapStyle(ground), center: HUANGSHI, zoom: FIRST_ZOOM, minZoom: 6, maxZoom: 19 },
      ...{ attributionControl: false, dragRotate: false, pitchWithRotate: false, fadeDuration: 0 },
    });
    this.#engine.touchZoomRotate.disableRotation();
    this.#engine.on('load', () => {
      this.#isLoaded = true;
      for (const [name, shapes] of this.#shapes) void this.#source(name)?.setData(this.#frame.shapes(shapes));
      this.#look();
    });
    this.#engine.on('moveend', () => {
      this.#look();
    });
    this.#engine.on('click', ({ point: { x, y }, lngLat: { lng, lat } }) => {
      if (!this.#events.tapped(this.#frame.fromMap({ lon: lng, lat }))) this.#tap(x, y);
    });
    this.#engine.on('error', (event) => {
      // A tile that is neither on the disk nor to be had: what is wider is drawn in its place, and there is nothing to tell.
      if (!('sourceId' in event && event.sourceId === TILES)) reportError(event.error);
    });
  }

  /** Shows these instead of those before. */
  setPoints(points: readonly Dot[]): void {
    this.#points = points;
    const lonLats = Float64Array.from(
      points.flatMap((point) => {
        const { lon, lat } = this.#frame.toMap(point);
        return [lon, lat];
      }),
    );
    this.#ask({ is: 'load', lonLats });
    if (this.#isLoaded) this.#look();
  }

  /** Draws the borders of areas with their names; where there are some, the sketch says nothing beside them. */
  setAreas(areas: readonly PlacedArea[]): void {
    this.#put(SOURCES.areas, areaShapes(areas));
    this.#put(SOURCES.areaNames, areaNames(areas));
    this.#put(SOURCES.sketch, areas.length === 0 ? this.#sketch : NO_SHAPES);
  }

  /** Draws zones of registers. */
  setZones(rings: readonly Ring[]): void {
    this.#put(SOURCES.zones, zoneShapes(rings));
  }

  /** Draws what somebody is drawing. */
  setDrawing(drawing: Drawing): void {
    this.#drawn = drawing.corners;
    this.#put(SOURCES.drawing, drawingShapes(drawing));
  }

  /** Moves so that these bounds in degrees are in view. */
  fit([west, south, east, north]: [number, number, number, number]): void {
    const [low, high] = [
      { lon: west, lat: south },
      { lon: east, lat: north },
    ].map(this.#frame.toMap);
    if (low === undefined || high === undefined) return;
    this.#engine.fitBounds([low.lon, low.lat, high.lon, high.lat], { padding: 48, maxZoom: 17, animate: false });
  }

  /** What is in view now, in WGS 84. */
  get view(): View {
    const [west, south, east, north] = this.#edges();
    const { lng, lat } = this.#engine.getCenter();
    const { fromMap } = this.#frame;
    const [low, high] = [fromMap({ lon: west, lat: south }), fromMap({ lon: east, lat: north })];
    return {
      bounds: [low.lon, low.lat, high.lon, high.lat],
      ...fromMap({ lon: lng, lat }),
      zoom: this.#engine.getZoom(),
    };
  }

  /** Nearer or farther by one step. */
  zoomBy(steps: number): void {
    this.#engine.easeTo({ zoom: this.#engine.getZoom() + steps });
  }

  /** Moves so that what is being drawn is in view, or else every point. */
  showAll(): void {
    const drawn = this.#drawn.map(([lonE7, latE7]) => ({ lon: lonE7 / 1e7, lat: latE7 / 1e7 }));
    const places = (drawn.length > 0 ? drawn : this.#points).map((point) => this.#frame.toMap(point));
    const [first] = places;
    if (first === undefined) return;
    const bounds = places.reduce<[number, number, number, number]>(
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
    const [bounds, zoom] = [this.#edges(), this.#engine.getZoom()];
    void this.#source(SOURCES.grid)?.setData(gridLines(bounds, zoom));
    this.#round += 1;
    this.#ask({ is: 'marks', round: this.#round, bounds, zoom });
    this.#events.moved(this.view);
  }

  /** What the engine shows, in the system of the map. */
  #edges(): Bounds {
    const bounds = this.#engine.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  #put(name: string, shapes: Shapes): void {
    this.#shapes.set(name, shapes);
    if (this.#isLoaded) void this.#source(name)?.setData(this.#frame.shapes(shapes));
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
