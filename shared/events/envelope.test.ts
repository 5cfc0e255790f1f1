import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aCaseFound, anEvent, aSite, CASE_STREAM } from '../testing/builders.ts';

import { eventIdOf, sealEvent, verifyEvent, type EventHeader } from './envelope.ts';

type Loose = Record<string, unknown>;

function loose(event: unknown): Loose {
  return JSON.parse(JSON.stringify(event)) as Loose;
}

/** Every path to a leaf inside a value, as keys. */
function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]));
}

function changedAt(event: Loose, path: readonly string[]): Loose {
  const copy = loose(event);
  let parent: Loose = copy;
  for (const key of path.slice(0, -1)) parent = parent[key] as Loose;
  const key = path.at(-1) ?? '';
  const value = parent[key];
  parent[key] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}改`;
  return copy;
}

const EVENT = anEvent('case.found', aCaseFound(), { follows: 'x', serverOffsetMs: 5 });

describe('sealEvent', () => {
  it('makes an id out of stream, stamp and content', () => {
    expect(EVENT._id).toBe(`${CASE_STREAM}:${EVENT.at}:${EVENT.hash.slice(0, 32)}`);
    expect(EVENT._id).toBe(eventIdOf(EVENT.stream, EVENT.at, EVENT.hash));
  });

  it('gives the same event for the same content, whatever the order of keys', () => {
    const { type, data, dataHash: _dataHash, hash: _hash, _id, ...header } = EVENT;
    const backwards = Object.fromEntries(Object.entries(header).reverse()) as unknown as EventHeader;
    expect(sealEvent(type, backwards, data)).toEqual(EVENT);
  });

  it('refuses what would not read back', () => {
    expect(() => anEvent('case.found', aCaseFound({ facts: 'a\ud800' }))).toThrow('lone surrogate');
    expect(() => anEvent('site.registered', aSite({ frontageMm: 1.5 }))).toThrow('not a safe integer');
  });
});

describe('verifyEvent', () => {
  it('accepts what was sealed, also after a journey through JSON and CouchDB', () => {
    expect(verifyEvent(EVENT)).toEqual({ ok: true, value: loose(EVENT) });
    const arrived = { ...(JSON.parse(JSON.stringify(EVENT)) as Loose), _rev: '1-abc', _revisions: { start: 1 } };
    expect(verifyEvent(arrived)).toEqual({ ok: true, value: JSON.parse(JSON.stringify(EVENT)) as unknown });
  });

  it('detects a change of any field', () => {
    const event = JSON.parse(JSON.stringify(EVENT)) as Loose;
    const paths = leaves(event);
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) expect([path, verifyEvent(changedAt(event, path)).ok]).toEqual([path, false]);
  });

  it('detects a field that was taken away or added', () => {
    const event = JSON.parse(JSON.stringify(EVENT)) as Loose;
    for (const key of Object.keys(event)) {
      const rest = Object.fromEntries(Object.entries(event).filter(([name]) => name !== key));
      expect([key, verifyEvent(rest).ok]).toEqual([key, false]);
    }
    expect(verifyEvent({ ...event, extra: 1 })).toEqual({ ok: false, error: 'forged' });
    expect(verifyEvent({ ...event, data: { ...EVENT.data, extra: 1 } })).toEqual({ ok: false, error: 'forged' });
  });

  it('detects swapped data under a true header', () => {
    const other = anEvent('case.found', aCaseFound({ facts: '别的事实' }));
    expect(verifyEvent({ ...loose(EVENT), data: other.data })).toEqual({ ok: false, error: 'forged' });
    expect(verifyEvent({ ...loose(EVENT), data: other.data, dataHash: other.dataHash })).toEqual({
      ok: false,
      error: 'forged',
    });
  });

  it('tells authentic newer events from forged ones', () => {
    const header = { ...EVENT, v: 2 };
    const { type, data, dataHash: _dataHash, hash: _hash, _id, ...rest } = header;
    expect(verifyEvent(sealEvent(type, rest, data))).toEqual({ ok: false, error: 'newer' });
    const unknown = sealEvent('case.inventedLater' as 'case.found', { ...rest, v: 1 }, { anything: 1 } as never);
    expect(verifyEvent(unknown)).toEqual({ ok: false, error: 'newer' });
  });

  it('names data against the schema of its type', () => {
    const { type, data: _data, dataHash: _dataHash, hash: _hash, _id, ...rest } = EVENT;
    expect(verifyEvent(sealEvent(type, rest, { title: '' } as never))).toEqual({ ok: false, error: 'bad_data' });
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (garbage) => {
        expect(verifyEvent(garbage)).toEqual({ ok: false, error: 'malformed' });
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(EVENT)), fc.anything(), (key, value) => {
        fc.pre(JSON.stringify(value) !== JSON.stringify(loose(EVENT)[key]));
        expect(verifyEvent({ ...loose(EVENT), [key]: value }).ok).toBe(false);
      }),
    );
  });
});
