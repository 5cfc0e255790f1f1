import type { Corner, Ring } from '#shared/geo/ring.ts';
import { parseDegrees, showDegrees } from '#shared/kernel/degrees.ts';

/** Corners as people type them: a line for each, longitude and latitude. */
export function textOfCorners(ring: Ring): string {
  return ring.map(([lon, lat]) => `${showDegrees(lon)}, ${showDegrees(lat)}`).join('\n');
}

/** The corners of such lines; the first line that cannot be read, from 1. Empty lines are passed over. */
export function cornersOfText(
  text: string,
): { readonly ok: true; readonly corners: Ring } | { readonly ok: false; readonly line: number } {
  const corners: Corner[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const parts = line
      .normalize('NFKC')
      .replaceAll('、', ',')
      .split(/[,\s]+/)
      .filter((part) => part !== '');
    if (parts.length === 0) continue;
    const [lon, lat] = [parseDegrees(parts[0] ?? '', 180), parseDegrees(parts[1] ?? '', 90)];
    if (lon === undefined || lat === undefined || parts.length > 2) return { ok: false, line: index + 1 };
    corners.push([lon, lat]);
  }
  return { ok: true, corners };
}
