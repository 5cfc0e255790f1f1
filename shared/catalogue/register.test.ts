import { describe, expect, it } from 'vitest';

import { aRegister } from '../testing/registers.ts';

import { registerField } from './register.ts';

describe('a file of a register', () => {
  it.each([
    ['complete', {}, true],
    ['of another schema', { schema: 'xunzhi.register.v2' }, false],
    ['without a state', { states: [] }, false],
    ['with a state twice', { states: [aRegister().states[0], aRegister().states[0]] }, false],
    ['with two fields of one label', { fields: [aField('a'), aField('b')] }, false],
    ['with a choice of nothing', { fields: [{ ...aField('a'), kind: 'choice' }] }, false],
    ['with options of a text', { fields: [{ ...aField('a'), options: [{ value: 'x', text: 'X' }] }] }, false],
  ])('%s', (_name, change, isGood) => {
    expect(registerField.safeParse({ ...aRegister(), ...change }).success).toBe(isGood);
  });
});

function aField(id: string): Record<string, unknown> {
  return { id, label: '同名', kind: 'text' };
}
