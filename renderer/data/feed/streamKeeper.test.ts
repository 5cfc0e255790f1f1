import { describe, expect, it } from 'vitest';

import { sealEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import { BUILT_IN } from '../projections/judgedBy.ts';
import { projectionOf } from '../projections/rows.ts';

import { StreamKeeper } from './streamKeeper.ts';

const SHOP = { name: '示例店', operator: '示例经营者', address: '示例路1号', division: '420202', street: '420202005' };

function registered(shop: number, n: number): EventEnvelope {
  const stream = `site:018f0000-0000-7000-8000-${String(shop).padStart(12, '0')}`;
  const header = {
    v: 1,
    kind: 'event',
    stream,
    at: `${String(1_700_000_000_000 + n)}0000`,
    wallAt: '2023-11-14T22:13:20.000Z',
    by: 'chen.wei',
    role: 'hsg/officer',
    org: 'hsg',
    device: '018f0000-0000-7000-8000-00000000000d',
    log: '0123456789abcdef',
    n,
    rules: 1,
    catalogue: '2026.11.1',
  } as const;
  if (n === 1) return sealEvent('site.registered', header, SHOP);
  return sealEvent('site.changed', header, { changes: { name: '示例改名的店' } });
}

function page(events: readonly EventEnvelope[]): { readonly is: 'event'; readonly event: EventEnvelope }[] {
  return events.map((event) => ({ is: 'event', event }));
}

describe('the events of the pages read last', () => {
  it('are folded in their order, over pages, each once, and let go of', () => {
    const keeper = new StreamKeeper();
    const [first, second, other] = [registered(1, 1), registered(1, 2), registered(2, 1)];
    keeper.keep('work-hsg', page([second, other]));
    keeper.keep('work-hsg', page([first, second]));
    expect(keeper.size).toBe(3);
    const rows = [first, second].map((event) => ({ id: event._id, db: 'work-hsg', event }));
    expect(keeper.fold([first.stream, 'site:unknown'], BUILT_IN)).toEqual([
      {
        stream: first.stream,
        from: 'pages',
        ids: rows.map(({ id }) => id),
        made: projectionOf(first.stream, rows, BUILT_IN),
      },
    ]);
    expect(keeper.size).toBe(1);
    expect(keeper.fold([first.stream], BUILT_IN)).toEqual([]);
  });

  it('that rested longest are folded first', () => {
    const keeper = new StreamKeeper();
    keeper.keep('work-hsg', page([registered(1, 1), registered(2, 1), registered(3, 1)]));
    keeper.keep('work-hsg', page([registered(1, 2)]));
    expect(keeper.fold({ oldest: 2 }, BUILT_IN).map(({ stream }) => stream)).toEqual([
      registered(2, 1).stream,
      registered(3, 1).stream,
    ]);
  });
});
