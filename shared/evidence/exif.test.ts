import { describe, expect, it } from 'vitest';

import { normaliseExif } from './exif.ts';

describe('normaliseExif', () => {
  it('keeps the time as written and the offset when it is there', () => {
    expect(normaliseExif({ takenAt: '2024:03:05 09:07:11' })).toEqual({ takenAtLocal: '2024-03-05T09:07:11' });
    expect(normaliseExif({ takenAt: '2024:03:05 09:07:11', offset: '+08:00' })).toEqual({
      takenAtLocal: '2024-03-05T09:07:11',
      takenOffset: '+08:00',
    });
  });

  it.each([
    '0000:00:00 00:00:00',
    '2024:02:30 10:00:00',
    '2024:03:05 24:00:00',
    '    :  :     :  :  ',
    'yesterday',
    5,
    undefined,
  ])('drops the time %j', (takenAt) => {
    expect(normaliseExif({ takenAt, offset: '+08:00' })).toEqual({});
  });

  it.each(['+15:00', '+08:61', 'Z', '08:00', 480])('drops the offset %j', (offset) => {
    expect(normaliseExif({ takenAt: '2024:03:05 09:07:11', offset })).toEqual({ takenAtLocal: '2024-03-05T09:07:11' });
  });

  it('keeps a position as integers of 1e-7 degrees', () => {
    expect(normaliseExif({ latitude: 30.2201234, longitude: 115.0775678, errorM: 4.5 })).toEqual({
      position: { latE7: 302_201_234, lonE7: 1_150_775_678, crs: 'WGS84', source: 'exif', accuracyMm: 4500 },
    });
    expect(normaliseExif({ latitude: -0.000_000_01, longitude: 9 }).position).toMatchObject({ latE7: 0 });
  });

  it.each([
    [0, 0],
    [90.1, 0],
    [10, 180.5],
    [Number.NaN, 10],
    ['30', '115'],
    [30, undefined],
  ])('drops the position %j, %j', (latitude, longitude) => {
    expect(normaliseExif({ latitude, longitude })).toEqual({});
  });

  it('keeps only the eight orientations', () => {
    expect(normaliseExif({ orientation: 6 })).toEqual({ orientation: 6 });
    for (const orientation of [0, 9, 1.5, '6']) expect(normaliseExif({ orientation })).toEqual({});
  });

  it('joins maker and model, cleaned and without repeating the name', () => {
    expect(normaliseExif({ make: 'NIKON', model: 'NIKON D70' }).camera).toBe('NIKON D70');
    expect(normaliseExif({ make: 'OLYMPUS IMAGING CORP.  ', model: 'u1020,S1020\u0000\u0007' }).camera).toBe(
      'OLYMPUS IMAGING CORP. u1020,S1020',
    );
    expect(normaliseExif({ model: '\ud800' }).camera).toBeUndefined();
    expect(normaliseExif({ make: 'x'.repeat(300), model: 'y' }).camera).toHaveLength(100);
  });
});
