import { expect, it } from 'vitest';

import { readAmount, showAmount } from './amount.ts';

it('shows amounts as people write them and reads them again', () => {
  expect([showAmount(8_000_000, 2), showAmount(1250, 3), showAmount(0, 2), showAmount(5, 0)]).toEqual([
    '80,000',
    '1.25',
    '0',
    '5',
  ]);
  expect(readAmount(' 80，000.5 ', 2)).toEqual({ ok: true, value: 8_000_050 });
  expect(readAmount('0', 0)).toEqual({ ok: true, value: 0 });
});

it('says why a text is no amount', () => {
  const problems = ['', '-3', '十', '1.2.3', '1e5', '3.5', '1000000001'].map((text) => readAmount(text, 0));
  expect(problems.map((one) => (one.ok ? '' : one.problem))).toEqual([
    ...['empty', 'not_a_number', 'not_a_number', 'not_a_number', 'not_a_number', 'too_fine', 'too_large'],
  ]);
});
