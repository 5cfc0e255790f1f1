import { isCleanText } from '../kernel/text.ts';

import type { Area, AreaLevel } from './area.ts';
import { readPolygons, type PolygonFault } from './polygons.ts';

/** What a file with areas can be wrong in. */
export type AreaFaultCode =
  | ('not_json' | 'not_collection' | 'no_areas' | 'too_many_areas' | 'too_many_corners' | 'no_name' | 'no_code')
  | ('bad_code' | 'duplicate_code')
  | PolygonFault['code'];
/** `n`: the place of the feature in the file, from 1 (0: the whole file); `name`: its name where it has one; `subject`: what is meant. */
export type AreaFault = {
  readonly code: AreaFaultCode;
  readonly n: number;
  readonly name: string;
  readonly subject: string;
};

/** A feature of such a file as it came. */
export type Feature = { readonly geometry: unknown; readonly properties: Readonly<Record<string, unknown>> };
/** What was chosen of a file: the level, and which properties hold name and code. */
export type AreaChoice = { readonly level: AreaLevel; readonly nameKey: string; readonly codeKey: string };

/** A file may have so many characters. */
export const MOST_FILE_TEXT = 12_000_000;
/** A published set may have so many corners: every device keeps it and draws it. */
const MOST_CORNERS = 50_000;
const MOST_AREAS = 5000;
/** So many faults are named; a file with more has the same one all over. */
const MOST_FAULTS = 200;

const NAME_KEYS = ['name', '名称', 'NAME', 'Name', 'mc', 'MC', '街道', '网格名称'];
const CODE_KEYS = ['code', '编码', '代码', 'CODE', 'adcode', 'dm', 'DM', 'gb', '网格编码'];
const LEVEL_KEYS = ['level', '层级', '级别'];
const LEVELS: Readonly<Record<string, AreaLevel>> = {
  ...{ district: 'district', 区: 'district', 区划: 'district', 县: 'district', county: 'district' },
  ...{ street: 'street', 街道: 'street', 镇: 'street', town: 'street', township: 'street' },
  ...{ grid: 'grid', 网格: 'grid' },
};

/** The features of a GeoJSON text; a fault where it is no FeatureCollection. */
export function featuresIn(text: string): readonly Feature[] | AreaFault {
  const fault = (code: AreaFaultCode, subject = ''): AreaFault => ({ code, n: 0, name: '', subject });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fault('not_json');
  }
  const { type, features } = isRecord(json) ? json : {};
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return fault('not_collection');
  if (features.length === 0) return fault('no_areas');
  return features.map((one: unknown) => {
    const { geometry, properties } = isRecord(one) ? one : {};
    return { geometry, properties: isRecord(properties) ? properties : {} };
  });
}

/** What the file itself suggests: its properties, which of them hold names and codes, and levels that it names. */
export function suggestedBy(features: readonly Feature[]): {
  readonly keys: readonly string[];
  readonly nameKey: string | undefined;
  readonly codeKey: string | undefined;
  readonly levels: readonly AreaLevel[];
} {
  const keys = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const named = new Set(features.flatMap((feature) => levelOf(feature) ?? []));
  return {
    keys,
    nameKey: NAME_KEYS.find((key) => keys.includes(key)),
    codeKey: CODE_KEYS.find((key) => keys.includes(key)),
    levels: [...named],
  };
}

/**
 * The areas of one level, with everything that is wrong in them. Features that name another level are left out; those that name
 * none belong to the chosen one. Coordinates are rounded to 1e-7 degrees (about a centimetre) and not moved.
 */
export function areasIn(
  features: readonly Feature[],
  { level, nameKey, codeKey }: AreaChoice,
): { readonly areas: readonly Area[]; readonly faults: readonly AreaFault[]; readonly leftOut: number } {
  const faults: AreaFault[] = [];
  const areas: Area[] = [];
  const seen = new Map<string, number>();
  let [corners, leftOut] = [0, 0];
  for (const [index, feature] of features.entries()) {
    if ((levelOf(feature) ?? level) !== level) {
      leftOut += 1;
      continue;
    }
    const [name, code] = [textOf(feature.properties[nameKey]), textOf(feature.properties[codeKey])];
    const tell = (fault: AreaFaultCode, subject = ''): void => {
      if (faults.length < MOST_FAULTS) faults.push({ code: fault, n: index + 1, name, subject });
    };
    if (name === '' || name.length > 40 || !isCleanText(name)) tell('no_name', nameKey);
    if (code === '') tell('no_code', codeKey);
    else if (!/^[0-9A-Za-z-]{1,30}$/.test(code)) tell('bad_code', code);
    else if (seen.has(code)) tell('duplicate_code', `${code}（${String(seen.get(code))}）`);
    seen.set(code, index + 1);
    const read = readPolygons(feature.geometry);
    for (const { code: fault, subject } of read.faults) tell(fault, subject);
    corners += read.corners;
    areas.push({ code, name, polygons: read.polygons });
  }
  const whole = (code: AreaFaultCode, subject: number): AreaFault => ({
    code,
    n: 0,
    name: '',
    subject: String(subject),
  });
  if (areas.length === 0) faults.unshift(whole('no_areas', 0));
  if (areas.length > MOST_AREAS) faults.unshift(whole('too_many_areas', areas.length));
  if (corners > MOST_CORNERS) faults.unshift(whole('too_many_corners', corners));
  return { areas, faults, leftOut };
}

function levelOf({ properties }: Feature): AreaLevel | undefined {
  const named = LEVEL_KEYS.map((key) => textOf(properties[key])).find((text) => text !== '');
  return named === undefined ? undefined : LEVELS[named.toLowerCase()];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
