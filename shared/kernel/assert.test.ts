import { expect, it } from 'vitest';

import { assert, unreachable } from './assert.ts';

it('throws with the message when the condition is false', () => {
  expect(() => assert(false, 'two officers')).toThrow('assertion failed: two officers');
  expect(() => assert(true, 'two officers')).not.toThrow();
});

it('names the value that the types called impossible', () => {
  expect(() => unreachable('left' as never)).toThrow('unreachable value: "left"');
});
