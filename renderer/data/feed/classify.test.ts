import { describe, expect, it } from 'vitest';

import { sealEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import { classify } from './classify.ts';

const STREAM = 'case:018f0000-0000-7000-8000-000000000001';

function anAcceptance(note: string): EventEnvelope {
  const header = {
    v: 1,
    kind: 'event',
    stream: STREAM,
    at: '17000000000000000',
    wallAt: '2026-03-02T01:00:00.000Z',
    by: 'du.cha',
    role: 'hscg/supervisor',
    org: 'hscg',
    device: '018f0000-0000-7000-8000-00000000000a',
    log: '0123456789abcdef',
    n: 1,
    rules: 1,
    catalogue: 'test',
  } as const;
  return sealEvent('supervision.accepted', header, { note });
}

const asDoc = (event: EventEnvelope, rev: string): Record<string, unknown> => ({ ...event, _rev: rev });

describe('classify', () => {
  it('takes an event whose body hashes to its id', () => {
    const event = anAcceptance('好');
    expect(classify({ id: event._id }, [asDoc(event, '1-a')])).toEqual([{ is: 'event', event }]);
  });

  it('takes the true leaf and reports the forged one, whichever the server calls the winner', () => {
    const event = anAcceptance('好');
    const forged = { ...asDoc(event, '2-f'), data: { note: '坏' } };
    for (const leaves of [
      [forged, asDoc(event, '1-a')],
      [asDoc(event, '1-a'), forged],
    ]) {
      const found = classify({ id: event._id }, leaves);
      expect(found).toContainEqual({ is: 'event', event });
      expect(found).toContainEqual({ is: 'quarantine', id: `${event._id}@2-f`, reason: 'forged_leaf', doc: forged });
    }
  });

  it('counts leaves of equal content as one event', () => {
    const event = anAcceptance('好');
    const found = classify({ id: event._id }, [asDoc(event, '1-a'), asDoc(event, '1-b')]);
    expect(found.every((one) => one.is === 'event')).toBe(true);
  });

  it('quarantines what no leaf can prove, and a deletion', () => {
    const event = anAcceptance('好');
    const other = anAcceptance('别的');
    expect(classify({ id: event._id }, [{ ...asDoc(other, '1-a'), _id: event._id }])[0]).toMatchObject({
      reason: 'forged',
    });
    expect(classify({ id: event._id }, [{ _id: event._id, _rev: '2-d', _deleted: true }])[0]).toMatchObject({
      reason: 'deleted',
    });
    expect(classify({ id: event._id }, [{ _id: event._id, _rev: '1-x', kind: 'event' }])[0]).toMatchObject({
      reason: 'malformed',
    });
  });

  it('keeps an authentic event of a newer app in its stream and shows it', () => {
    const header = { ...anAcceptance('好'), v: 2 };
    const { _id, hash, data, dataHash, type, ...rest } = header;
    expect([_id, hash, dataHash]).toHaveLength(3);
    const newer = sealEvent(type as 'supervision.accepted', rest, data as { note: string });
    const found = classify({ id: newer._id }, [asDoc(newer, '1-a')]);
    expect(found.map((one) => one.is)).toEqual(['newer', 'quarantine']);
  });

  it('quarantines unknown kinds and leaves design documents alone', () => {
    expect(classify({ id: 'zzz' }, [{ _id: 'zzz', kind: 'mystery' }])[0]).toMatchObject({
      is: 'quarantine',
      reason: 'unknown_kind',
    });
    expect(classify({ id: '_design/access' }, [{ _id: '_design/access' }])).toEqual([{ is: 'nothing' }]);
  });
});
