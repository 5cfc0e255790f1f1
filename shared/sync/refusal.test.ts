import { describe, expect, it } from 'vitest';

import { validationSource } from '../access/validation.ts';

import { isRefusalRule, ruleOfReason } from './refusal.ts';

describe('ruleOfReason', () => {
  it('reads the code of the validation, with or without CouchDB before it', () => {
    expect(ruleOfReason('device_revoked: 0195b2a0')).toBe('device_revoked');
    expect(ruleOfReason('forbidden: type: assistant may not write case.found')).toBe('type');
  });
  it('does not guess at other words', () => {
    for (const reason of ['', 'no', 'constructor: x', 'unknown: x', 'You are not allowed to access this db.'])
      expect(ruleOfReason(reason)).toBe('unknown');
  });
  it('knows every code that the validation can give', () => {
    const codes = [...validationSource().matchAll(/refuse\('([a-z_]+)'/g)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !isRefusalRule(code))).toEqual([]);
  });
});
