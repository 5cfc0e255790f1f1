import { expect, it } from 'vitest';

import { checkUscc } from './uscc.ts';

it.each([
  ['91350100M000100Y43', 'ok'],
  ['91110000101623741K', 'ok'],
  ['92420202MA0XXXX01J', 'ok'],
  ['92420203MA0XXXX024', 'ok'],
  ['92420204MA0XXXX03M', 'ok'],
  ['91420205MA0XXXX04A', 'ok'],
  ['91350211M0000XUF46', 'bad_check_digit'], // reported as a real code: why this only warns
  ['92420202MA0XXXX02J', 'bad_check_digit'],
  ['9242020', 'bad_length'],
  ['', 'bad_length'],
  ['92420202MAOXXXX01J', 'bad_character'],
  ['92420202ma0xxxx01j', 'bad_character'],
])('%s is %s', (code, result) => {
  expect(checkUscc(code)).toBe(result);
});

it('notices every single wrong character', () => {
  const good = '92420202MA0XXXX01J';
  for (let i = 0; i < good.length; i += 1) {
    const wrong = `${good.slice(0, i)}${good[i] === '3' ? '4' : '3'}${good.slice(i + 1)}`;
    expect([wrong, checkUscc(wrong)]).toEqual([wrong, 'bad_check_digit']);
  }
});
