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
