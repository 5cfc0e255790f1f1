import { describe, expect, it } from 'vitest';

import { photoDataField, type PhotoData } from '../events/evidenceEvents.ts';
import type { Position } from '../events/fields.ts';

import { distanceM, photoFlags } from './photoFlags.ts';

const SITE: Position = { lonE7: 1_150_770_000, latE7: 302_200_000, crs: 'CGCS2000', source: 'map' };

function aPhoto(over: Partial<PhotoData> = {}): PhotoData {
  return photoDataField.parse({
    sha256: 'a'.repeat(64),
    name: 'a.jpg',
    bytes: 1,
    mime: 'image/jpeg',
    condition: 'ok',
    takenAtLocal: '2024-03-05T09:07:11',
    position: { ...SITE, crs: 'WGS84', source: 'exif' },
    importedAt: '2024-03-05T02:00:00.000Z',
    purpose: 'scene',
    ...over,
  });
}

describe('photoFlags', () => {
  it('has nothing to say about a photo that fits', () => {
    expect(
      photoFlags(aPhoto(), { site: SITE, statedAt: '2024-03-05T01:10:00.000Z', openedAt: '2024-03-05T01:30:00.000Z' }),
    ).toEqual([]);
  });

  it('flags what is missing', () => {
    const bare = photoDataField.parse({ ...aPhoto(), takenAtLocal: undefined, position: undefined });
    expect(photoFlags(bare, { site: SITE, statedAt: '2024-03-05T01:10:00.000Z' })).toEqual(['no_time', 'no_position']);
  });

  it('flags a place more than 200 m from the site, and only then', () => {
    const north = (metres: number): Position => ({
      ...SITE,
      crs: 'WGS84',
      latE7: SITE.latE7 + Math.round(metres * 90),
    });
    expect(photoFlags(aPhoto({ position: north(195) }), { site: SITE })).toEqual([]);
    expect(photoFlags(aPhoto({ position: north(210) }), { site: SITE })).toEqual(['far_from_site']);
    expect(photoFlags(aPhoto({ position: north(210) }))).toEqual([]);
  });

  it('does not measure against a shifted reference system', () => {
    const shifted: Position = { ...SITE, crs: 'GCJ02', latE7: SITE.latE7 + 100_000 };
    expect(distanceM(SITE, shifted)).toBeUndefined();
    expect(photoFlags(aPhoto(), { site: shifted })).toEqual([]);
  });

  it('flags times that do not fit, reading the zone where it is written', () => {
    const statedAt = '2024-03-05T01:18:00.000Z';
    expect(photoFlags(aPhoto(), { statedAt })).toEqual(['time_differs']);
    expect(photoFlags(aPhoto({ takenOffset: '+07:50' }), { statedAt })).toEqual([]);
    expect(photoFlags(aPhoto({ takenAtLocal: '2024-03-05T10:30:00' }))).toEqual(['future_time']);
    expect(photoFlags(aPhoto(), { openedAt: '2024-04-10T00:00:00.000Z' })).toEqual(['taken_long_before']);
    expect(photoFlags(aPhoto(), { openedAt: '2024-04-10T00:00:00.000Z', maxDaysBefore: 60 })).toEqual([]);
  });

  it('flags editors, not cameras or transfer tools', () => {
    expect(photoFlags(aPhoto({ software: 'Adobe Photoshop CC (Macintosh)' }))).toEqual(['edited']);
    expect(photoFlags(aPhoto({ software: '美图秀秀' }))).toEqual(['edited']);
    expect(photoFlags(aPhoto({ software: 'Nikon Transfer 1.1 W' }))).toEqual([]);
  });

  it('repeats the condition and the double', () => {
    expect(photoFlags(aPhoto({ condition: 'partial' }), { knownElsewhere: true })).toEqual([
      'in_other_case',
      'decoded_in_part',
    ]);
    expect(photoFlags(aPhoto({ condition: 'not_shown' }))).toEqual(['not_shown']);
  });
});
