import type {
  GeoJSONSource,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';

import type { TileSource } from '#shared/catalogue/tileSource.ts';

/** What is drawn: points, lines, names. */
export type Shapes = Extract<Parameters<GeoJSONSource['setData']>[0], { readonly type: 'FeatureCollection' }>;

/** Names of the sources whose data the page puts in. */
export const SOURCES = {
  ...{ marks: 'marks', grid: 'grid', sketch: 'sketch', areas: 'areas', areaNames: 'areaNames' },
  ...{ zones: 'zones', drawing: 'drawing' },
} as const;

/** A ground map of tiles, which main fetches and keeps (`main/tiles`). */
export type Ground = Pick<TileSource, 'crs' | 'maxZoom' | 'attribution'>;

/** Nothing to draw. */
export const NO_SHAPES: Shapes = { type: 'FeatureCollection', features: [] };

const EMPTY: SourceSpecification = { type: 'geojson', data: NO_SHAPES };
const FONT = ['Noto Sans SC Variable, Noto Sans SC, sans-serif'];
/** Name of the source of the ground map. */
export const TILES = 'tiles';
const GROUND = '#f3f5f1';
const ZONE = '#8a4b00';
const DRAWN = '#0b5464';

/**
 * Quiet ground, a grid of degrees, tiles where there are some, the areas of the bureau, and the marks on top. The page asks nothing of
 * a network.
 */
export function mapStyle(ground: Ground | undefined): StyleSpecification {
  const shapes = Object.fromEntries(Object.values(SOURCES).map((name) => [name, EMPTY]));
  return {
    version: 8,
    sources: ground === undefined ? shapes : { ...shapes, [TILES]: tileSource(ground) },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': GROUND } },
      line('grid', SOURCES.grid, '#dfe4de', 1),
      ...(ground === undefined ? [] : [{ id: TILES, type: 'raster' as const, source: TILES }]),
      ...areaLayers(),
      ...zoneLayers(),
      names('names', SOURCES.sketch, 15, '#5c6b70'),
      ...markLayers(),
      ...drawingLayers(),
    ],
  };
}

function tileSource({ maxZoom }: Ground): SourceSpecification {
  return {
    ...{ type: 'raster', tileSize: 256, maxzoom: maxZoom },
    tiles: [`${window.location.origin}/tiles/{z}/{x}/{y}`],
  };
}

/** Borders: the larger the area, the heavier; names only where there is room for them. */
function areaLayers(): LayerSpecification[] {
  const levels = [
    { level: 'grid', width: 1, colour: '#93a5ab', from: 13, text: 13 },
    { level: 'street', width: 1.75, colour: '#7b8f96', from: 10.5, text: 15 },
    { level: 'district', width: 3, colour: '#5f757d', from: 6, text: 17 },
  ] as const;
  return [
    ...levels.map(({ level, width, colour, from }): LayerSpecification => {
      const drawn = line(`areas-${level}`, SOURCES.areas, colour, width);
      return { ...drawn, filter: ['==', ['get', 'level'], level], minzoom: from - 2 } as LayerSpecification;
    }),
    ...levels.map(({ level, from, text }): LayerSpecification => ({
      ...names(`area-names-${level}`, SOURCES.areaNames, text, '#4a5a60'),
      filter: ['==', ['get', 'level'], level],
      minzoom: from,
    })),
  ];
}

function zoneLayers(): LayerSpecification[] {
  return [
    { id: 'zones', type: 'fill', source: SOURCES.zones, paint: { 'fill-color': ZONE, 'fill-opacity': 0.14 } },
    line('zone-borders', SOURCES.zones, ZONE, 2),
  ];
}

function markLayers(): LayerSpecification[] {
  const isCluster: ['has', string] = ['has', 'count'];
  return [
    {
      id: 'clusters',
      type: 'circle',
      source: SOURCES.marks,
      filter: isCluster,
      paint: {
        ...{ 'circle-color': '#0b5464', 'circle-opacity': 0.9, 'circle-stroke-color': '#ffffff' },
        ...{ 'circle-stroke-width': 2 },
        'circle-radius': ['step', ['get', 'count'], 20, 20, 24, 200, 30, 2000, 38],
      },
    },
    {
      id: 'counts',
      type: 'symbol',
      source: SOURCES.marks,
      filter: isCluster,
      layout: { 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 16, 'text-allow-overlap': true },
      paint: { 'text-color': '#ffffff' },
    },
    {
      id: 'points',
      type: 'circle',
      source: SOURCES.marks,
      filter: ['!', isCluster],
      paint: {
        ...{ 'circle-color': ['get', 'colour'], 'circle-radius': 9 },
        ...{ 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2.5 },
      },
    },
  ];
}

/** What somebody draws or picks: above everything. */
function drawingLayers(): LayerSpecification[] {
  const source = SOURCES.drawing;
  return [
    { id: 'drawn', type: 'fill', source, paint: { 'fill-color': DRAWN, 'fill-opacity': 0.18 } },
    line('drawn-sides', source, DRAWN, 3),
    {
      id: 'drawn-corners',
      type: 'circle',
      source,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        ...{ 'circle-color': '#ffffff', 'circle-radius': 8 },
        ...{ 'circle-stroke-color': DRAWN, 'circle-stroke-width': 4 },
      },
    },
  ];
}

function names(id: string, source: string, size: number, colour: string): SymbolLayerSpecification {
  return {
    ...{ id, type: 'symbol', source },
    layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': size },
    paint: { 'text-color': colour, 'text-halo-color': GROUND, 'text-halo-width': 2 },
  };
}

function line(id: string, source: string, colour: string, width: number): LayerSpecification {
  return { id, type: 'line', source, paint: { 'line-color': colour, 'line-width': width } };
}
