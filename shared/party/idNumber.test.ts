import { expect, it } from 'vitest';

import { bornOnOf, checkIdNumber, maskedId } from './idNumber.ts';

it.each([
  ['420202198001010015', 'ok'],
  ['42020319751231002X', 'ok'],
  ['420281198606150040', 'ok'],
  ['420204199002290036', 'bad_date'],
  ['420202198001010016', 'bad_check_digit'],
  ['42020219800101001', 'bad_form'],
  ['42020319751231002x', 'bad_form'],
])('%s is %s', (text, result) => {
  expect(checkIdNumber(text)).toBe(result);
});

it('tells the date of birth, and shows only both ends', () => {
  expect(bornOnOf('42020319751231002X')).toBe('1975-12-31');
  expect(bornOnOf('4202')).toBeUndefined();
  expect(maskedId('42020319751231002X')).toBe('4202**********002X');
  expect(maskedId('123')).toBe('***');
});
