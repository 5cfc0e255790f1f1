import type { PhotoData } from '../events/evidenceEvents.ts';
import type { Position } from '../events/fields.ts';

/**
 * What a reviewer should look at in a photo. A flag is never a refusal: the photo is a fact and stays.
 * `decoded_in_part` and `not_shown` repeat the photo's condition.
 */
export type PhotoFlag =
  | 'no_time'
  | 'time_differs'
  | 'future_time'
  | 'taken_long_before'
  | 'no_position'
  | 'far_from_site'
  | 'edited'
  | 'in_other_case'
  | 'decoded_in_part'
  | 'not_shown';

/** What a photo is held against; what is unknown is left out and then not judged. Instants in UTC ISO 8601. */
export type PhotoContext = {
  /** Where the site is; compared only when both positions are WGS 84 or CGCS2000. */
  readonly site?: Position | undefined;
  /** When the officer says it was taken. */
  readonly statedAt?: string | undefined;
  /** When the case was opened. */
  readonly openedAt?: string | undefined;
  /** How many days before the opening are ordinary; 30 when left out. */
  readonly maxDaysBefore?: number | undefined;
  /** True when the same bytes already stand in another case. */
  readonly knownElsewhere?: boolean | undefined;
};

/** How far from the site, in metres, a photo's position may lie before it is flagged. */
export const FAR_FROM_SITE_M = 200;
/** How many minutes the camera's time may differ from the stated one. */
export const TIME_TOLERANCE_MIN = 10;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const EARTH_RADIUS_M = 6_371_000;
const EDITORS =
  /photoshop|lightroom|camera raw|gimp|snapseed|picsart|picasa|pixelmator|affinity|paint\.net|acdsee|photoscape|faceapp|vsco|meitu|美图|醒图|美颜|paintshop|luminar|capture one|darktable/i;

/**
 * The flags of a photo (证据 requirements: no camera time, time or place that does not fit, an editor's mark, the same
 * picture elsewhere), in a fixed order. A camera's time without a zone is read as Asia/Shanghai for comparing only.
 */
export function photoFlags(data: PhotoData, context: PhotoContext = {}): readonly PhotoFlag[] {
  const flags: PhotoFlag[] = [...timeFlags(data, context)];
  if (data.position === undefined) flags.push('no_position');
  else if (context.site !== undefined && (distanceM(data.position, context.site) ?? 0) > FAR_FROM_SITE_M)
    flags.push('far_from_site');
  if (data.software !== undefined && EDITORS.test(data.software)) flags.push('edited');
  if (context.knownElsewhere === true) flags.push('in_other_case');
  if (data.condition === 'partial') flags.push('decoded_in_part');
  if (data.condition === 'not_shown') flags.push('not_shown');
  return flags;
}

function timeFlags(data: PhotoData, context: PhotoContext): readonly PhotoFlag[] {
  if (data.takenAtLocal === undefined) return ['no_time'];
  const takenMs = Date.parse(`${data.takenAtLocal}${data.takenOffset ?? '+08:00'}`);
  const flags: PhotoFlag[] = [];
  const statedMs = context.statedAt === undefined ? undefined : Date.parse(context.statedAt);
  if (statedMs !== undefined && Math.abs(takenMs - statedMs) > TIME_TOLERANCE_MIN * MINUTE_MS)
    flags.push('time_differs');
  if (takenMs - Date.parse(data.importedAt) > TIME_TOLERANCE_MIN * MINUTE_MS) flags.push('future_time');
  const openedMs = context.openedAt === undefined ? undefined : Date.parse(context.openedAt);
  if (openedMs !== undefined && openedMs - takenMs > (context.maxDaysBefore ?? 30) * DAY_MS)
    flags.push('taken_long_before');
  return flags;
}

/**
 * Metres between two positions on a sphere (good to 0.5 %). Undefined when a reference system is GCJ-02 or BD-09,
 * whose offset of hundreds of metres would be taken for distance. WGS 84 and CGCS2000 differ by less than a metre.
 */
export function distanceM(a: Position, b: Position): number | undefined {
  const straight = (position: Position): boolean => position.crs === 'WGS84' || position.crs === 'CGCS2000';
  if (!straight(a) || !straight(b)) return undefined;
  const radians = (e7: number): number => (e7 / 1e7) * (Math.PI / 180);
  const [latA, latB] = [radians(a.latE7), radians(b.latE7)];
  const half =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin((radians(b.lonE7) - radians(a.lonE7)) / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)));
}
