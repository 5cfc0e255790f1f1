import { segment } from './jpegBuilder.ts';

/** What to write into a test photo's EXIF; what is left out is not written. */
export type ExifToWrite = {
  /** `2024:03:05 09:07:11`. */
  readonly takenAt?: string;
  /** `+08:00`. */
  readonly offset?: string;
  readonly orientation?: number;
  readonly make?: string;
  readonly model?: string;
  readonly software?: string;
  /** Signed degrees. */
  readonly latitude?: number;
  readonly longitude?: number;
};

type Entry = {
  readonly tag: number;
  readonly type: 2 | 3 | 4 | 5;
  readonly count: number;
  readonly value: readonly number[];
};

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

/** The APP1 segment with the given EXIF, big-endian TIFF with the directories 0th, Exif and GPS. */
export function exifSegment(exif: ExifToWrite): Uint8Array {
  return segment(0xe1, [...ascii('Exif\0\0'), ...exifTiff(exif)]);
}

/** The TIFF structure alone, as it stands inside APP1. */
export function exifTiff(exif: ExifToWrite): readonly number[] {
  const main: Entry[] = [
    ...textEntry(0x010f, exif.make),
    ...textEntry(0x0110, exif.model),
    ...(exif.orientation === undefined
      ? []
      : [{ tag: 0x0112, type: SHORT, count: 1, value: [0, exif.orientation] } as const]),
    ...textEntry(0x0131, exif.software),
  ];
  const shot: Entry[] = [...textEntry(0x9003, exif.takenAt), ...textEntry(0x9011, exif.offset)];
  const gps = gpsEntries(exif);
  const pointers = 2;
  const mainSize = 2 + 12 * (main.length + pointers) + 4;
  const mainBytes = bodySize(main);
  const shotAt = 8 + mainSize + mainBytes;
  const gpsAt = shotAt + 2 + 12 * shot.length + 4 + bodySize(shot);
  const linked = [
    ...main,
    { tag: 0x8769, type: LONG, count: 1, value: u32(shotAt) } as const,
    { tag: 0x8825, type: LONG, count: 1, value: u32(gpsAt) } as const,
  ];
  return [...ascii('MM\0*'), ...u32(8), ...directory(linked, 8), ...directory(shot, shotAt), ...directory(gps, gpsAt)];
}

function gpsEntries(exif: ExifToWrite): readonly Entry[] {
  if (exif.latitude === undefined || exif.longitude === undefined) return [];
  return [
    ...textEntry(1, exif.latitude < 0 ? 'S' : 'N'),
    { tag: 2, type: RATIONAL, count: 3, value: degrees(Math.abs(exif.latitude)) },
    ...textEntry(3, exif.longitude < 0 ? 'W' : 'E'),
    { tag: 4, type: RATIONAL, count: 3, value: degrees(Math.abs(exif.longitude)) },
  ];
}

/** Whole degrees, whole minutes, seconds in hundred-thousandths: exact to 1e-7 degrees. */
function degrees(value: number): readonly number[] {
  const whole = Math.floor(value);
  const minutes = Math.floor((value - whole) * 60);
  const seconds = Math.round((value - whole - minutes / 60) * 3600 * 100_000);
  return [...u32(whole), ...u32(1), ...u32(minutes), ...u32(1), ...u32(seconds), ...u32(100_000)];
}

function directory(entries: readonly Entry[], at: number): readonly number[] {
  const heads: number[] = [...u16(entries.length)];
  const bodies: number[] = [];
  const bodyAt = at + 2 + 12 * entries.length + 4;
  for (const { tag, type, count, value } of entries) {
    heads.push(...u16(tag), ...u16(type), ...u32(count));
    if (value.length <= 4) heads.push(...value, ...Array<number>(4 - value.length).fill(0));
    else {
      heads.push(...u32(bodyAt + bodies.length));
      bodies.push(...value);
    }
  }
  return [...heads, ...u32(0), ...bodies];
}

function bodySize(entries: readonly Entry[]): number {
  return entries.reduce((sum, { value }) => sum + (value.length > 4 ? value.length : 0), 0);
}

function textEntry(tag: number, text: string | undefined): readonly Entry[] {
  if (text === undefined) return [];
  const value = [...ascii(text), 0];
  return [{ tag, type: ASCII, count: value.length, value }];
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (char) => char.charCodeAt(0));
}

function u16(value: number): readonly number[] {
  return [value >> 8, value & 255];
}

function u32(value: number): readonly number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}
