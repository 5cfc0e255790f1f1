import { describe, expect, it } from 'vitest';

import { checkPassword } from './password.ts';

describe('checkPassword', () => {
  it.each([
    ['Abcdef12', true],
    ['黄石城管执法 2026', true],
    ['a1b2c3d', 'password_short'],
    ['abcdefgh', 'password_simple'],
    ['12345678', 'password_simple'],
    ['old-Password1', 'password_same'],
    ['x-Chen.Wei-1', 'password_has_name'],
    [' abcdef12', 'unclean_text'],
    ['abcdef\u000012', 'unclean_text'],
    ['abcdef12\ud800', 'unclean_text'],
  ] as const)('%j: %s', (next, answer) => {
    const checked = checkPassword('chen.wei', 'old-Password1', next);
    expect(checked.ok ? true : checked.error).toBe(answer);
  });
});
