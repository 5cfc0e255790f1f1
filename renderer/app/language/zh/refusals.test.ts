import { describe, expect, it } from 'vitest';

import { REFUSAL_RULES } from '#shared/sync/refusal.ts';

import { refusalText } from './refusals.ts';

describe('refusalText', () => {
  it('says why and what to do for every rule', () => {
    for (const rule of REFUSAL_RULES) {
      const { why, todo } = refusalText(rule);
      expect(why).not.toBe('');
      expect(todo).toMatch(/。$/);
    }
    expect(new Set(REFUSAL_RULES.map((rule) => refusalText(rule).why)).size).toBe(REFUSAL_RULES.length);
  });
  it('knows what to say of rules of other versions', () => {
    expect(refusalText('constructor')).toEqual(refusalText('unknown'));
    expect(refusalText(undefined)).toEqual(refusalText('unknown'));
  });
});
