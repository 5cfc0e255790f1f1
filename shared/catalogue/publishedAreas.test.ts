import { describe, expect, it } from 'vitest';

import type { AreaSet } from '../geo/area.ts';
import { sha256Text } from '../kernel/hash.ts';

import { areasDoc, versionsOfAreas, readPublishedAreas } from './publishedAreas.ts';

const WHO = {
  by: 'admin',
  device: '01890a5d-ac96-774b-bcce-b302099a8057',
  org: 'hscg',
  publishedAt: '2026-11-29T08:00:00.000Z',
};
const SET: AreaSet = {
  schema: 'xunzhi.areas.v1',
  level: 'grid',
  version: 3,
  crs: 'CGCS2000',
  source: '示例：测绘单位 2026 年',
  areas: [
    {
      code: 'G1',
      name: '示例网格一',
      polygons: [
        [
          [
            [1_150_000_000, 300_000_000],
            [1_150_100_000, 300_000_000],
            [1_150_100_000, 300_100_000],
          ],
        ],
      ],
    },
  ],
};

/** The document with another text, and the hash of that. */
function saying(set: unknown): unknown {
  const text = JSON.stringify(set);
  return { ...areasDoc(SET, WHO), text, hash: sha256Text(text) };
}

describe('published areas', () => {
  it('are read as they were published', () => {
    const doc = areasDoc(SET, WHO);
    expect(doc._id).toBe('areas:grid:3');
    expect(readPublishedAreas({ ...doc, _rev: '1-a' })).toEqual({ ok: true, value: { doc, set: SET } });
  });

  const [area] = SET.areas;
  it.each([
    ['another hash', { ...areasDoc(SET, WHO), hash: 'f'.repeat(64) }, 'its text does not match its hash'],
    ['another id', { ...areasDoc(SET, WHO), _id: 'areas:grid:4' }, 'its text is of other areas'],
    ['another level', saying({ ...SET, level: 'street' }), 'its text is of other areas'],
    [
      'fractions',
      saying({
        ...SET,
        areas: [
          {
            ...area,
            polygons: [
              [
                [
                  [115.5, 30],
                  [1, 2],
                  [3, 4],
                ],
              ],
            ],
          },
        ],
      }),
      /^areas.0.polygons/,
    ],
    ['a code twice', saying({ ...SET, areas: [area, area] }), 'twice: G1'],
    [
      'a border that is none',
      saying({
        ...SET,
        areas: [
          {
            ...area,
            polygons: [
              [
                [
                  [0, 0],
                  [9000, 0],
                  [5000, 0],
                ],
              ],
            ],
          },
        ],
      }),
      'G1: crossing',
    ],
    ['no JSON', { ...areasDoc(SET, WHO), text: 'x', hash: sha256Text('x') }, 'its text is no JSON'],
  ])('with %s are refused with the reason', (_, doc, reason) => {
    const read = readPublishedAreas(doc);
    expect(read.ok ? 'taken' : read.error).toMatch(reason);
  });

  it('of each level the highest version comes first, and numbers are no texts', () => {
    const ids = ['areas:grid:9', 'areas:grid:10', 'areas:street:1', 'areas:street:0', 'areas:moon:1', 'checklist:a:1'];
    expect([...versionsOfAreas(ids)]).toEqual([
      [
        'grid',
        [
          { id: 'areas:grid:10', version: 10 },
          { id: 'areas:grid:9', version: 9 },
        ],
      ],
      ['street', [{ id: 'areas:street:1', version: 1 }]],
    ]);
  });
});
