import type { GeoJSONSource, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';

/** What is drawn: points, lines, names. */
export type Shapes = Extract<Parameters<GeoJSONSource['setData']>[0], { readonly type: 'FeatureCollection' }>;

/** Names of the sources whose data the page puts in. */
export const SOURCES = { marks: 'marks', grid: 'grid', sketch: 'sketch' } as const;

const NOTHING: SourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
const FONT = ['Noto Sans SC Variable, Noto Sans SC, sans-serif'];

/** Quiet ground, a grid of degrees, the sketch of the city, and the marks on top. Nothing comes from a network. */
export function mapStyle(): StyleSpecification {
  return {
    version: 8,
    sources: { [SOURCES.grid]: NOTHING, [SOURCES.sketch]: NOTHING, [SOURCES.marks]: NOTHING },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#f3f5f1' } },
      line('grid', SOURCES.grid, '#dfe4de', 1),
      {
        id: 'names',
        type: 'symbol',
        source: SOURCES.sketch,
        layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 15 },
        paint: { 'text-color': '#5c6b70', 'text-halo-color': '#f3f5f1', 'text-halo-width': 2 },
      },
      {
        id: 'clusters',
        type: 'circle',
        source: SOURCES.marks,
        filter: ['has', 'count'],
        paint: {
          'circle-color': '#0b5464',
          'circle-opacity': 0.9,
          'circle-stroke-color': '#ffffff',
          'circle-stroke-width': 2,
          'circle-radius': ['step', ['get', 'count'], 20, 20, 24, 200, 30, 2000, 38],
        },
      },
      {
        id: 'counts',
        type: 'symbol',
        source: SOURCES.marks,
        filter: ['has', 'count'],
        layout: {
          'text-field': ['get', 'label'],
          'text-font': FONT,
          'text-size': 16,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': '#ffffff' },
      },
      {
        id: 'points',
        type: 'circle',
        source: SOURCES.marks,
        filter: ['!', ['has', 'count']],
        paint: {
          'circle-color': ['get', 'colour'],
          'circle-radius': 9,
          'circle-stroke-color': '#ffffff',
          'circle-stroke-width': 2.5,
        },
      },
    ],
  };
}

function line(id: string, source: string, colour: string, width: number): LayerSpecification {
  return { id, type: 'line', source, paint: { 'line-color': colour, 'line-width': width } };
}
