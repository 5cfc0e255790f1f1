import { describe, expect, it } from 'vitest';

import { coveredBy } from './vouch.ts';

const entry = (n: number, hash: string, prev?: string) => ({ _id: `event ${hash}`, n, hash, prev });
const log = [entry(1, 'a'), entry(2, 'b', 'a'), entry(3, 'c', 'b'), entry(4, 'd', 'c')];

describe('coveredBy', () => {
  it('covers every entry that the hashes lead to', () => {
    expect([...coveredBy({ n: 3, hash: 'c' }, log)]).toEqual(['event c', 'event b', 'event a']);
  });

  it('stops where an entry is missing: nobody vouches for what is below', () => {
    const holed = log.filter(({ n }) => n !== 2);
    expect([...coveredBy({ n: 4, hash: 'd' }, holed)]).toEqual(['event d', 'event c']);
  });

  it('does not cover another entry with the same number', () => {
    const forged = entry(2, 'f', 'a');
    expect(coveredBy({ n: 3, hash: 'c' }, [...log, forged])).not.toContain('event f');
    expect([...coveredBy({ n: 2, hash: 'x' }, log)]).toEqual([]);
    expect([...coveredBy({ n: 3, hash: 'b' }, log)]).toEqual([]);
  });
});
