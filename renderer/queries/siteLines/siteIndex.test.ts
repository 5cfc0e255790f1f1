import { describe, expect, it } from 'vitest';

import type { SiteRow } from '#renderer/data/tables.ts';
import { aRegister } from '#shared/testing/registers.ts';

import { answerTo, keysOf, type SiteMatches } from './siteIndex.ts';

const MOST = 50;
const searchSites = (sites: readonly SiteRow[], query: string): SiteMatches =>
  answerTo(keysOf(sites, [aRegister()]), { query, most: MOST });

function aSite(n: number, part: Partial<SiteRow> = {}): SiteRow {
  return {
    id: String(n),
    org: 'hsg',
    name: `商户${String(n)}`,
    operator: '王芳',
    initials: `sh${String(n)} wf`,
    address: '颐阳路',
    division: '420202',
    street: '420202007',
    register: 'shop',
    state: 'open',
    ...part,
  };
}

describe('searchSites', () => {
  it('puts what the name begins with first', () => {
    const sites = [aSite(1, { name: '小面馆' }), aSite(2, { name: '面馆' }), aSite(3, { operator: '面小妹' })];
    expect(searchSites(sites, '面').rows.map((site) => site.id)).toEqual(['2', '1', '3']);
  });
  it('finds by pinyin initials whatever the case', () => {
    expect(searchSites([aSite(1, { name: '好味', initials: 'hw wf' }), aSite(2)], 'HW').rows).toHaveLength(1);
  });
  it('finds by what the list shows of the register, as people read it', () => {
    const cover = aSite(1, { register: 'manhole', fields: { kind: 'rain', depthM: '1.25' } });
    expect(searchSites([cover, aSite(2)], '雨水').rows).toEqual([
      expect.objectContaining({ id: '1', listed: ['雨水'] }),
    ]);
    expect(searchSites([cover, aSite(2)], '1.25').rows).toEqual([]);
  });
  it('cuts off and says how many match', () => {
    const many = Array.from({ length: MOST + 7 }, (_, n) => aSite(n));
    expect(searchSites(many, '')).toMatchObject({ matching: MOST + 7, total: MOST + 7 });
    expect(searchSites(many, '').rows).toHaveLength(MOST);
  });
  it('tells nothing found from an empty register', () => {
    expect(searchSites([aSite(1)], 'zzz')).toEqual({ rows: [], matching: 0, total: 1 });
  });
});

it('answers what is near a place, the nearest first, and nothing else', () => {
  const at = (lonE7: number) => ({ lonE7, latE7: 302_200_000, crs: 'WGS84', source: 'map' }) as const;
  const sites = [
    aSite(1, { position: at(1_150_490_000) }),
    aSite(2, { position: at(1_150_481_000) }),
    aSite(3, { position: at(1_160_000_000) }),
    aSite(4, { address: '示例路公园门口' }),
    aSite(5),
  ];
  const near = { address: '示例路公园门口旁', position: at(1_150_480_000) };
  const found = answerTo(keysOf(sites, []), { query: '', most: MOST, near });
  expect(found.rows.map(({ id }) => id)).toEqual(['2', '1', '4']);
  expect([found.matching, found.total]).toEqual([3, 3]);
  expect(answerTo(keysOf(sites, []), { query: '', most: MOST, near, registers: ['manhole'] }).rows).toEqual([]);
});
