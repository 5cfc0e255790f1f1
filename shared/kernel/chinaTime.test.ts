import { expect, it } from 'vitest';

import { chinaDateOf, chinaYearOf, formatChinaDate, formatChinaInstant } from './chinaTime.ts';

it('changes the date at 16:00 UTC', () => {
  expect(chinaDateOf(Date.UTC(2024, 2, 4, 15, 59, 59))).toBe('2024-03-04');
  expect(chinaDateOf(Date.UTC(2024, 2, 4, 16))).toBe('2024-03-05');
});

it('changes the year at 16:00 UTC of 31 December', () => {
  expect(chinaYearOf(Date.UTC(2024, 11, 31, 15, 59))).toBe(2024);
  expect(chinaYearOf(Date.UTC(2024, 11, 31, 16))).toBe(2025);
});

it('writes dates and instants as documents have them', () => {
  expect(formatChinaDate('2024-03-05')).toBe('2024年3月5日');
  expect(formatChinaInstant(Date.UTC(2024, 2, 5, 1, 5))).toBe('2024年3月5日 9时05分');
  expect(formatChinaInstant(Date.UTC(2024, 2, 4, 16, 0))).toBe('2024年3月5日 0时00分');
});
