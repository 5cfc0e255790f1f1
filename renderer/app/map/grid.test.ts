import { expect, it } from 'vitest';

import { gridLines } from './grid.ts';

it('draws lines that are apart enough to be read, at every zoom, and never too many', () => {
  for (let zoom = 6; zoom <= 19; zoom += 0.5) {
    const half = 360 / 2 ** zoom;
    const { features } = gridLines([115 - half, 30.2 - half / 2, 115 + half, 30.2 + half / 2], zoom);
    expect(features.length).toBeGreaterThan(3);
    expect(features.length).toBeLessThan(120);
  }
});
