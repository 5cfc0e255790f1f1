import { describe, expect, it } from 'vitest';

import { Findings } from './findings.ts';
import { countDeeds, Ledger, timesIn } from './ledger.ts';

function found(names: readonly string[], ledger: Ledger = aLedger()): readonly string[] {
  const findings = new Findings();
  countDeeds(ledger, findings, timesIn(names));
  return findings.lines;
}

function aLedger(): Ledger {
  const ledger = new Ledger();
  ledger.acknowledge('shop', '甲店');
  ledger.acknowledge('draft', '积水');
  ledger.leaveOpen('shop', '乙店');
  return ledger;
}

describe('the ledger', () => {
  it('misses what was acknowledged and takes what got no answer either way', () => {
    expect(found(['甲店', '积水'])).toEqual([]);
    expect(found(['甲店', '积水', '乙店'])).toEqual([]);
    expect(found(['积水', '乙店'])).toEqual(['lost: shop 甲店']);
  });

  it('notices what is there twice, answered or not', () => {
    expect(found(['甲店', '甲店', '积水', '乙店', '乙店'])).toEqual(['duplicated: shop 甲店', 'duplicated: shop 乙店']);
  });

  it('asks for no form where only records are', () => {
    expect(found(['甲店'], aLedger().only('shop'))).toEqual([]);
  });
});

describe('findings', () => {
  it('fail a run by any of the four', () => {
    const findings = new Findings();
    expect(findings.measures.every(({ met }) => met === true)).toBe(true);
    findings.add('diverged', 'a row');
    findings.add('diverged', 'a row');
    expect(findings.measures.filter(({ met }) => met === false)).toEqual([
      expect.objectContaining({ id: 'diverged', value: 1 }),
    ]);
  });
});
