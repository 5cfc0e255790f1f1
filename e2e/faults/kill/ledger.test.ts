import { describe, expect, it } from 'vitest';

import { count, deedOf, Ledger, onlyRecords, type Deed, type Findings } from './ledger.ts';

const SAVED: Deed = { kind: 'shop', name: '甲店' };
const FORM: Deed = { kind: 'draft', name: '积水' };
const TRIED: Deed = { kind: 'shop', name: '乙店' };

function found(times: Readonly<Record<string, number>>, ledger: Ledger = aLedger()): readonly string[] {
  const findings: Findings = { lost: new Set(), doubled: new Set() };
  count(ledger, findings, ({ name }) => times[name] ?? 0);
  return [...[...findings.lost].map((one) => `lost ${one}`), ...[...findings.doubled].map((one) => `doubled ${one}`)];
}

function aLedger(): Ledger {
  const ledger = new Ledger();
  ledger.acknowledged.push(SAVED, FORM);
  ledger.unanswered.push(TRIED);
  return ledger;
}

describe('the ledger', () => {
  it('misses what was acknowledged and takes what got no answer either way', () => {
    expect(found({ 甲店: 1, 积水: 1 })).toEqual([]);
    expect(found({ 甲店: 1, 积水: 1, 乙店: 1 })).toEqual([]);
    expect(found({ 积水: 1, 乙店: 1 })).toEqual(['lost shop 甲店']);
  });

  it('notices what is there twice, answered or not', () => {
    expect(found({ 甲店: 2, 积水: 1, 乙店: 2 })).toEqual(['doubled shop 甲店', 'doubled shop 乙店']);
  });

  it('asks for no form where only records are', () => {
    expect(found({ 甲店: 1 }, onlyRecords(aLedger()))).toEqual([]);
  });

  it('knows its deeds among events', () => {
    expect(deedOf({ type: 'site.registered', data: { name: '甲店' } })).toEqual(SAVED);
    expect(deedOf({ type: 'inspection.submitted', data: { site: { name: '丙店' } } })).toEqual({
      kind: 'inspection',
      name: '丙店',
    });
    expect(deedOf({ type: 'photo.added', data: {} })).toBeUndefined();
  });
});
