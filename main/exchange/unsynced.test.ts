import { describe, expect, it } from 'vitest';

import type { JournalEntry } from '#shared/bridge/port.ts';

import { unsyncedOf } from './exportBundle.ts';

const DEVICE = '018f0000-0000-7000-8000-0000000000aa';
const KEY = `photo:${'a'.repeat(64)}`;
const note = { key: KEY, db: 'evidence-hsg-2026', mime: 'image/jpeg', bytes: 7, by: 'chen.wei', state: 'waiting' };

const of = (...entries: JournalEntry[]) => unsyncedOf(entries, [{ key: KEY, bytes: 7 }], DEVICE, new Map());
const blob = (body: object): JournalEntry => ({ kind: 'note', key: `blob:${KEY}`, body });

describe('unsyncedOf', () => {
  it('takes a blob whatever else its note says, and leaves drafts out', () => {
    const found = of(blob({ ...note, digest: 'md5-x', stream: `case:${DEVICE}`, later: 1 }));
    expect(found.blobs).toMatchObject([{ key: KEY, bytes: 7, device: DEVICE, state: { is: 'waiting' } }]);
    expect(of(blob({ ...note, state: 'draft' }))).toEqual({ events: [], blobs: [], gaps: [] });
  });

  it('keeps the author’s device, and tells what was withdrawn with its reason', () => {
    const other = '018f0000-0000-7000-8000-0000000000bb';
    const withdrawn = blob({ ...note, device: other, state: 'withdrawn', reason: '拍错', since: '2026' });
    expect(of(withdrawn).blobs).toMatchObject([
      { device: other, state: { is: 'withdrawn', reason: '拍错', at: '2026' } },
    ]);
    const event = { _id: 'e', by: 'chen.wei' };
    const body = { db: 'work-hsg', event, reason: '录错' };
    expect(of({ kind: 'note', key: 'withheld:e', body }).events).toEqual([
      { key: 'e', db: 'work-hsg', body: event, state: { is: 'withdrawn', reason: '录错' } },
    ]);
    const naming = { _id: 'w', type: 'log.withheld' };
    expect(of({ kind: 'note', key: 'withheld:e', body: { ...body, naming } }).events).toMatchObject([{ naming }]);
  });

  it('leaves out who reported something, sent or withdrawn', () => {
    const event = { _id: 'reporter:1', by: 'nei.qin', data: { name: '示例', phone: '1' } };
    const withheld = { db: 'sealed-hsg', event, reason: '录错' };
    const entries: JournalEntry[] = [
      { kind: 'event', key: 'reporter:1', db: 'sealed-hsg', body: event },
      { kind: 'note', key: 'withheld:reporter:1', body: withheld },
      { kind: 'event', key: 'report:1', db: 'work-hsg', body: {} },
    ];
    expect(of(...entries).events).toMatchObject([{ key: 'report:1' }]);
  });

  it('never leaves a blob out without a word', () => {
    expect(of(blob({ ...note, state: 'of a later version' })).gaps).toEqual([{ key: KEY, why: 'unreadable_note' }]);
  });
});
