import { describe, expect, it } from 'vitest';

import { aCaseFound, anIssued, aNumber, aServed, aUuid, EventLog } from '../testing/builders.ts';

import { withdrawalOf } from './withdrawal.ts';

const log = new EventLog();
const found = log.next('case.found', aCaseFound());
const granted = log.next('number.granted', aNumber());
const issued = log.next('document.issued', anIssued());
const served = log.next('document.served', aServed());
const other = log.next('document.issued', anIssued({ document: aUuid(77) }, 2));
const all = [found, granted, issued, served, other];

describe('withdrawalOf', () => {
  it('takes a document with its number and its service, and voids the number', () => {
    for (const target of [issued, granted]) {
      const { events, numbers } = withdrawalOf(target, [granted, issued, served, other], all);
      expect(new Set(events)).toEqual(new Set([granted, issued, served]));
      expect(events[0]).toBe(target);
      expect(numbers).toEqual([granted.data]);
    }
  });

  it('voids the number also when its grant is on the server already', () => {
    expect(withdrawalOf(issued, [issued], all)).toEqual({ events: [issued], numbers: [granted.data] });
  });

  it('voids no number twice', () => {
    const voided = log.next('number.voided', { ...granted.data, reason: '打印污损' });
    expect(withdrawalOf(issued, [issued], [...all, voided]).numbers).toEqual([]);
  });

  it('takes the unsettled rest of a stream along with the event that opened it', () => {
    expect(withdrawalOf(found, [found, issued, served], all).events).toEqual([found, issued, served]);
    expect(withdrawalOf(found, [found], all).events).toEqual([found]);
  });

  it('takes nothing else along, and no number with a service', () => {
    expect(withdrawalOf(served, [issued, served, other], all)).toEqual({ events: [served], numbers: [] });
  });
});
