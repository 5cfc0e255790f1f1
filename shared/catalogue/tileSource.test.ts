import { expect, it } from 'vitest';

import { tileAddress, tileSourceField } from './tileSource.ts';

function source(template: string): unknown {
  return { template, crs: 'CGCS2000', attribution: '示例地图', maxZoom: 18 };
}

it.each(['https://tiles.example.cn/{z}/{x}/{y}.png', 'http://127.0.0.1:8080/t?x={x}&y={y}&l={z}'])(
  '%s is taken',
  (text) => {
    const read = tileSourceField.parse(source(text));
    expect(tileAddress(read, { z: 3, x: 4, y: 5 })).toBe(
      text.replace('{z}', '3').replace('{x}', '4').replace('{y}', '5'),
    );
  },
);

it.each([
  'http://tiles.example.cn/{z}/{x}/{y}.png',
  'http://127.0.0.1.example.cn/{z}/{x}/{y}.png',
  'https://{x}.example.cn/{z}/{y}.png',
  'https://someone:secret@example.cn/{z}/{x}/{y}.png',
  'https://tiles.example.cn/{z}/{x}.png',
  'file:///{z}/{x}/{y}',
])('%s is refused', (text) => expect(tileSourceField.safeParse(source(text)).success).toBe(false));
