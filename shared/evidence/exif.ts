import type { PhotoData } from '../events/evidenceEvents.ts';
import { cleanText } from '../kernel/text.ts';

/**
 * EXIF values as a reader found them, nothing checked: a camera or an editor may have written anything.
 * `latitude` and `longitude` are signed degrees (north and east positive), `errorM` metres.
 */
export type RawExif = {
  readonly takenAt?: unknown;
  readonly offset?: unknown;
  readonly latitude?: unknown;
  readonly longitude?: unknown;
  readonly errorM?: unknown;
  readonly orientation?: unknown;
  readonly make?: unknown;
  readonly model?: unknown;
  readonly software?: unknown;
};

/** The part of a photo's metadata that comes from EXIF. */
export type ExifFields = Pick<
  PhotoData,
  'takenAtLocal' | 'takenOffset' | 'position' | 'orientation' | 'camera' | 'software'
>;

const MAX_TEXT = 100;

/**
 * EXIF as an event may carry it. What is nonsense is left out, never repaired: an impossible date, an offset beyond
 * ±14:00, a position out of range or exactly 0,0 (a receiver without a fix), an orientation that is none. The time
 * stays as the camera wrote it; no zone is guessed. Positions are WGS 84 (EXIF's GPSMapDatum is not asked: cameras
 * leave it out). Total: never throws.
 */
export function normaliseExif(raw: RawExif): ExifFields {
  const takenAtLocal = localTime(raw.takenAt);
  const takenOffset = takenAtLocal === undefined ? undefined : zoneOffset(raw.offset);
  const position = gpsPosition(raw);
  const orientation = orientationOf(raw.orientation);
  const camera = cameraText(raw.make, raw.model);
  const software = shortText(raw.software);
  return {
    ...(takenAtLocal === undefined ? {} : { takenAtLocal }),
    ...(takenOffset === undefined ? {} : { takenOffset }),
    ...(position === undefined ? {} : { position }),
    ...(orientation === undefined ? {} : { orientation }),
    ...(camera === undefined ? {} : { camera }),
    ...(software === undefined ? {} : { software }),
  };
}

/** `2008:10:22 16:28:39` (EXIF) as `2008-10-22T16:28:39`; undefined unless it is a date and time that exists. */
function localTime(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(value.trim());
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  const text = `${match.slice(1, 4).join('-')}T${match.slice(4, 7).join(':')}`;
  const real = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second));
  // A date that does not exist rolls over; the year 0000 is what cameras write when their clock was never set.
  return (year ?? 0) > 0 && real.toISOString().slice(0, 19) === text ? text : undefined;
}

function zoneOffset(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(value.trim());
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return Number(match[3]) < 60 && minutes <= 14 * 60 ? match[0] : undefined;
}

function gpsPosition(raw: RawExif): ExifFields['position'] {
  const { latitude, longitude, errorM } = raw;
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180)) return undefined;
  const [latE7, lonE7] = [Math.round(latitude * 1e7) || 0, Math.round(longitude * 1e7) || 0];
  if (latE7 === 0 && lonE7 === 0) return undefined;
  const accuracyMm = isWithin(errorM, 100_000) && errorM > 0 ? Math.round(errorM * 1000) : undefined;
  return { lonE7, latE7, crs: 'WGS84', source: 'exif', ...(accuracyMm === undefined ? {} : { accuracyMm }) };
}

function isWithin(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit;
}

function orientationOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 8 ? value : undefined;
}

function cameraText(make: unknown, model: unknown): string | undefined {
  const [maker, type] = [shortText(make), shortText(model)];
  if (maker === undefined || type === undefined) return maker ?? type;
  // Many makers repeat their name in the model ("NIKON", "NIKON D70").
  return type.toLowerCase().startsWith(maker.toLowerCase()) ? type : shortText(`${maker} ${type}`);
}

function shortText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = cleanText(cleanText(value).replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT)).trim();
  return text === '' ? undefined : text;
}
