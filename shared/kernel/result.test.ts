import { expect, it } from 'vitest';

import { err, ok, type Result } from './result.ts';

it('tells success from refusal by one member', () => {
  const read = (result: Result<number, string>): string =>
    result.ok ? `value ${result.value}` : `refused ${result.error}`;
  expect(read(ok(3))).toBe('value 3');
  expect(read(err('closed'))).toBe('refused closed');
});
