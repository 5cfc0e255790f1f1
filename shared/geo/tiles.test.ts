import { expect, it } from 'vitest';

import { countTiles, tilesIn } from './tiles.ts';

it('names the tiles of a place as the grid counts them', () => {
  // Huangshi, by the published formula of the grid.
  expect([...tilesIn([115.04, 30.2, 115.04, 30.2], 12, 13)]).toEqual([
    { z: 12, x: 3356, y: 1687 },
    { z: 13, x: 6713, y: 3374 },
  ]);
  expect([...tilesIn([-180, -90, 180, 90], 0, 0)]).toEqual([{ z: 0, x: 0, y: 0 }]);
});

it('counts what it names, at every zoom once', () => {
  const bounds = [114.9, 30.1, 115.2, 30.3] as const;
  const names = [...tilesIn(bounds, 8, 14)].map(({ z, x, y }) => `${String(z)}/${String(x)}/${String(y)}`);
  expect(new Set(names).size).toBe(names.length);
  expect(countTiles(bounds, 8, 14)).toBe(names.length);
  expect(countTiles([-180, -85, 180, 85], 0, 3)).toBe(1 + 4 + 16 + 64);
  expect(countTiles(bounds, 9, 8)).toBe(0);
});
