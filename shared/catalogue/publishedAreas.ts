import { z } from 'zod';

import { AREA_LEVELS, areaSetField, areaSetText, type AreaLevel, type AreaSet } from '../geo/area.ts';
import { ringFault } from '../geo/ring.ts';
import { sha256Text } from '../kernel/hash.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isCleanText } from '../kernel/text.ts';

import { issueOf, publishedShape, type Publisher } from './publishedDocument.ts';

/** What the ids of published areas begin with. */
export const PUBLISHED_AREAS = 'areas:';

/** All areas of a level in one version, as published; `text` is the `areaSetText`. */
const publishedAreasField = publishedShape.extend({ kind: z.literal('areas'), level: z.enum(AREA_LEVELS) });
/** See `publishedAreasField`. */
export type PublishedAreas = z.infer<typeof publishedAreasField>;

/** The document that publishes a set of areas. */
export function areasDoc(set: AreaSet, { by, device, org, publishedAt }: Publisher): PublishedAreas {
  const text = areaSetText(set);
  const { level, version } = set;
  return {
    _id: areasId(level, version),
    kind: 'areas',
    level,
    version,
    text,
    hash: sha256Text(text),
    by,
    device,
    org,
    publishedAt,
  };
}

/** Reads the text of a set; refused with a reason. */
export function readAreaSet(text: string): Result<AreaSet, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err('its text is no JSON');
  }
  const read = areaSetField.safeParse(json);
  if (!read.success) return err(issueOf(read.error));
  const codes = new Set<string>();
  for (const { code, polygons } of read.data.areas) {
    if (codes.has(code)) return err(`twice: ${code}`);
    codes.add(code);
    const fault = polygons
      .flat()
      .map(ringFault)
      .find((found) => found !== undefined);
    if (fault !== undefined) return err(`${code}: ${fault.code}`);
  }
  return ok(read.data);
}

/** Reads such a document; refused with a reason when it is not what it says. */
export function readPublishedAreas(
  doc: unknown,
): Result<{ readonly doc: PublishedAreas; readonly set: AreaSet }, string> {
  const read = publishedAreasField.safeParse(doc);
  if (!read.success) return err(issueOf(read.error));
  const { _id, level, version, text, hash } = read.data;
  if (sha256Text(text) !== hash || !isCleanText(text)) return err('its text does not match its hash');
  const set = readAreaSet(text);
  if (!set.ok) return set;
  const isIts = set.value.level === level && set.value.version === version && _id === areasId(level, version);
  return isIts ? ok({ doc: read.data, set: set.value }) : err('its text is of other areas');
}

/** A version of a level, by the id of its document. */
export type AreasVersion = { readonly id: string; readonly version: number };

/** What ids of published areas say of each level, its newest version first; what is no such id is passed over. */
export function versionsOfAreas(ids: readonly string[]): ReadonlyMap<AreaLevel, readonly AreasVersion[]> {
  const all = new Map<AreaLevel, AreasVersion[]>();
  for (const id of ids) {
    const [, named = '', digits = ''] = /^areas:([a-z]+):([1-9]\d{0,5})$/.exec(id) ?? [];
    const level = AREA_LEVELS.find((known) => known === named);
    if (level !== undefined) all.set(level, [...(all.get(level) ?? []), { id, version: Number(digits) }]);
  }
  for (const versions of all.values()) versions.sort((a, b) => b.version - a.version);
  return all;
}

function areasId(level: AreaLevel, version: number): string {
  return `${PUBLISHED_AREAS}${level}:${String(version)}`;
}
