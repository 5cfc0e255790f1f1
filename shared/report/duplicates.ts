import type { Position } from '../events/fields.ts';
import type { ReportData } from '../events/reportEvents.ts';

import type { ReportState } from './state.ts';

/** How near in place and time two reports of one thing are. */
const NEAR_M = 150;
const NEAR_MS = 48 * 3_600_000;
/** Shared two-letter pieces of two texts, of the pieces of the shorter one, from which they say the same. */
const SIMILAR = 0.5;
const M_PER_DEGREE = 111_320;

/** Another report that may be of the same thing, and why one thinks so; more of `like` comes first. */
export type LikelyDuplicate = {
  readonly report: ReportState;
  readonly metres?: number | undefined;
  readonly like: number;
};

/**
 * Reports that may be of the same thing: the same matter or a similar text, within 150 m (or the same street and words of the
 * address where a position is missing), within 48 hours. Only proposed: a person merges. Best first.
 */
export function likelyDuplicates(report: ReportState, others: readonly ReportState[]): readonly LikelyDuplicate[] {
  return others
    .flatMap((other): LikelyDuplicate[] => {
      if (other.id === report.id || other.org !== report.org || other.state === 'merged') return [];
      const found = compared(report.data, other.data);
      return found === undefined ? [] : [{ report: other, ...found }];
    })
    .sort((a, b) => b.like - a.like || (a.report.receivedAt < b.report.receivedAt ? -1 : 1));
}

function compared(
  a: ReportData,
  b: ReportData,
): { readonly metres?: number | undefined; readonly like: number } | undefined {
  if (a.kind !== b.kind) return undefined;
  if (!(Math.abs(Date.parse(a.happenedAt) - Date.parse(b.happenedAt)) <= NEAR_MS)) return undefined;
  const like = likeness(a.text, b.text);
  const isSameMatter = a.matter !== undefined && a.matter === b.matter;
  if (!isSameMatter && like < SIMILAR) return undefined;
  const metres = metresBetween(a.place.position, b.place.position);
  if (metres === undefined ? !isSameAddress(a, b) : metres > NEAR_M) return undefined;
  return { metres, like };
}

/** Whole metres; undefined where a position is missing or they are in different systems, which lie up to 700 m apart. */
export function metresBetween(a: Position | undefined, b: Position | undefined): number | undefined {
  if (a === undefined || b === undefined || systemOf(a) !== systemOf(b)) return undefined;
  const latitude = ((a.latE7 + b.latE7) / 2e7) * (Math.PI / 180);
  const dy = ((a.latE7 - b.latE7) / 1e7) * M_PER_DEGREE;
  const dx = ((a.lonE7 - b.lonE7) / 1e7) * M_PER_DEGREE * Math.cos(latitude);
  return Math.round(Math.hypot(dx, dy));
}

/** WGS84 and CGCS2000 differ by less than a metre. */
function systemOf({ crs }: Position): string {
  return crs === 'CGCS2000' ? 'WGS84' : crs;
}

function isSameAddress(a: ReportData, b: ReportData): boolean {
  if (a.place.street !== undefined && b.place.street !== undefined && a.place.street !== b.place.street) return false;
  return likeness(a.place.address, b.place.address) >= SIMILAR;
}

/** 0 to 1: how many pieces of two letters of the shorter text the longer one has, too. */
export function likeness(a: string, b: string): number {
  const [few, many] = [piecesOf(a), piecesOf(b)].sort((x, y) => x.size - y.size);
  if (few === undefined || many === undefined || few.size === 0) return 0;
  return [...few].filter((piece) => many.has(piece)).length / few.size;
}

function piecesOf(text: string): ReadonlySet<string> {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`));
}
