import { mapText } from '../language/zh/map.ts';

import type { Shapes } from './mapStyle.ts';

/**
 * Where one is, roughly: names of districts and the river, drawn from memory for orientation. No survey, no boundary; the
 * screen says so.
 */
export const SKETCH: Shapes = {
  type: 'FeatureCollection',
  features: [
    name('黄石港区', 115.066, 30.222),
    name('西塞山区', 115.11, 30.205),
    name('下陆区', 114.961, 30.174),
    name('铁山区', 114.901, 30.206),
    name('大冶市', 114.98, 30.096),
    name('阳新县', 115.215, 29.83),
    name(mapText.river, 115.115, 30.255),
  ],
};

function name(text: string, lon: number, lat: number): Shapes['features'][number] {
  return {
    type: 'Feature',
    properties: { kind: 'name', name: text },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  };
}
