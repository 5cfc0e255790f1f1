import { describe, expect, it } from 'vitest';

import { aSite, EventLog } from '#shared/testing/builders.ts';

import { gapsOf } from './serverCheck.ts';

const { siteId: _, ...SHOP } = aSite();
const log = new EventLog();
const [first, second, third] = [1, 2, 3].map(() => log.next('site.registered', SHOP)) as [Event, Event, Event];
type Event = ReturnType<typeof log.next<'site.registered'>>;

function gaps(n: number, hash: string, ...events: readonly Event[]): readonly string[] {
  return gapsOf({ id: first.log, db: 'work-hsg', user: 'chen', n, hash, signedN: 0 }, events);
}

describe('a log on the server', () => {
  it('has no gap when it runs from its first entry to the last one of the device, in any order', () => {
    expect(gaps(3, third.hash, third, first, second)).toEqual([]);
  });

  it('shows an entry that is missing, doubled or cut off', () => {
    expect(gaps(3, third.hash, first, third)).toEqual([`${first.log} breaks at 3`]);
    expect(gaps(3, third.hash, second, third)).toContain(`${first.log} breaks at 2`);
    expect(gaps(3, third.hash, first, second, second, third)).not.toEqual([]);
    expect(gaps(3, third.hash, first, second)).toEqual([`${first.log} ends at 2, not at 3`]);
    expect(gaps(3, third.hash)).toEqual([`${first.log} ends at undefined, not at 3`]);
  });
});
