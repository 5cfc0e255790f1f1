import { expect, it } from 'vitest';

import { steady } from './steady.ts';

it('gives a line that says the same as the same object, wherever it stands', () => {
  const before = [
    { id: 'a', title: '一' },
    { id: 'b', title: '二' },
    { id: 'c', title: '三' },
  ];
  const now = steady(before, [
    { id: 'c', title: '三' },
    { id: 'b', title: '改' },
    { id: 'd', title: '四' },
  ]);
  expect(now[0]).toBe(before[2]);
  expect(now.slice(1)).toEqual([
    { id: 'b', title: '改' },
    { id: 'd', title: '四' },
  ]);
});
