import { describe, expect, it } from 'vitest';

import { lateDays, lateSurchargeFen, lateSurchargeOf, type LateFine } from './lateSurcharge.ts';

it.each([
  [0, 0],
  [33, 495_00],
  [34, 500_00],
  [400, 500_00],
])('a fine of 500 yuan %i days late costs %i fen more', (daysLate, fen) => {
  expect(lateSurchargeFen(500_00, daysLate)).toBe(fen);
});

it('leaves out what is less than a fen, and refuses what is no count', () => {
  expect(lateSurchargeFen(33, 1)).toBe(0); // 0.99 fen
  expect(lateSurchargeFen(67, 1)).toBe(2); // 2.01 fen
  expect(() => lateSurchargeFen(500_00, -1)).toThrow('counts');
});

describe('a fine of 500 yuan, due on Wednesday 2024-03-20', () => {
  const fine = (untilOn: string, ...remedies: LateFine['remedies']): LateFine => ({
    fineFen: 500_00,
    dueOn: '2024-03-20',
    untilOn,
    remedies,
  });

  it.each([
    ['paid before it was due: nothing', fine('2024-03-12'), 0, 0],
    ['paid on the last day: nothing', fine('2024-03-20'), 0, 0],
    ['paid the day after: one day, 3 %', fine('2024-03-21'), 1, 15_00],
    ['paid on 22 April: 11 left in March + 22 = 33 days', fine('2024-04-22'), 33, 495_00],
    ['paid on 23 April: 34 days would be 510, the fine is the cap', fine('2024-04-23'), 34, 500_00],
    [
      'reconsideration 1 to 10 April: 11 in March, 10 left out, 11 to 22 April = 12',
      fine('2024-04-22', { filedOn: '2024-04-01', endedOn: '2024-04-10' }),
      23,
      345_00,
    ],
    [
      'filed before it was due, ended on 31 March: April alone, 22 days',
      fine('2024-04-22', { filedOn: '2024-03-10', endedOn: '2024-03-31' }),
      22,
      330_00,
    ],
    [
      'still pending since 31 March: 21 to 30 March = 10 days',
      fine('2026-01-01', { filedOn: '2024-03-31' }),
      10,
      150_00,
    ],
    [
      'reconsideration 1 to 5 April, then a lawsuit 5 to 8 April, the 5th once: 8 of 33 left out',
      fine(
        '2024-04-22',
        { filedOn: '2024-04-01', endedOn: '2024-04-05' },
        { filedOn: '2024-04-05', endedOn: '2024-04-08' },
      ),
      25,
      375_00,
    ],
    [
      'filed and withdrawn on one day: that day is left out',
      fine('2024-04-22', { filedOn: '2024-04-01', endedOn: '2024-04-01' }),
      32,
      480_00,
    ],
    ['filed after it was paid: changes nothing', fine('2024-03-25', { filedOn: '2024-03-26' }), 5, 75_00],
  ])('%s', (_name, late, days, fen) => {
    expect({ days: lateDays(late), fen: lateSurchargeOf(late) }).toEqual({ days, fen });
  });
});
