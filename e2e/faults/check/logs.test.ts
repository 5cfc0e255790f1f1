import { describe, expect, it } from 'vitest';

import type { EventEnvelope } from '#shared/events/envelope.ts';
import { aSite, EventLog } from '#shared/testing/builders.ts';

import { brokenLogs, gapsOf } from './logs.ts';

const { siteId: _, ...SHOP } = aSite();
const log = new EventLog();
const [first, second, third] = [1, 2, 3].map(() => log.next('site.registered', SHOP)) as [Event, Event, Event];
type Event = ReturnType<typeof log.next<'site.registered'>>;

function gaps(n: number, hash: string, ...events: readonly Event[]): readonly string[] {
  return gapsOf({ id: first.log, n, hash }, events);
}

describe('a log on the server', () => {
  it('has no gap when it runs from its first entry to the last one of the device, in any order', () => {
    expect(gaps(3, third.hash, third, first, second)).toEqual([]);
  });

  it('shows an entry that is missing, doubled or cut off', () => {
    expect(gaps(3, third.hash, first, third)).toEqual([expect.stringContaining(`${first.log}: n 3 at place 2`)]);
    expect(gaps(3, third.hash, second, third)).toContainEqual(expect.stringContaining(`${first.log}: n 2 at place 1`));
    expect(gaps(3, third.hash, first, second, second, third)).not.toEqual([]);
    expect(gaps(3, third.hash, first, second)).toEqual([`${first.log} ends at 2, not at 3`]);
    expect(gaps(3, third.hash)).toEqual([`${first.log} ends at undefined, not at 3`]);
  });

  it('may lack entries where a store is being filled again, but not double or bend them', () => {
    const mayLack = { mayLack: true };
    expect(brokenLogs([second, third], mayLack)).toEqual([]);
    expect(brokenLogs([first, third], mayLack)).toEqual([]);
    expect(brokenLogs([first, first, second], mayLack)).not.toEqual([]);
    expect(brokenLogs([first, { ...second, prev: third.hash }], mayLack)).not.toEqual([]);
  });

  it('may lack what was withheld, and nothing else', () => {
    const named = { events: ['site:x'], reason: '示例' };
    const [last] = [log.next('log.withheld', { ...named, places: [second.n] })];
    expect(brokenLogs([first, third, last])).toEqual([]);
    expect(brokenLogs([first, last])).toEqual([expect.stringContaining(`n ${String(last.n)} at place 2`)]);
    expect(brokenLogs([first, third, log.next('log.withheld', named)])).not.toEqual([]);
  });

  it('never goes back in time', () => {
    const earlier: EventEnvelope = { ...third, at: first.at };
    expect(brokenLogs([first, second, earlier])).toEqual([expect.stringContaining('goes back in time')]);
  });
});
