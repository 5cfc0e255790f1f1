import { formatChinaInstant } from '#shared/kernel/chinaTime.ts';

/** An instant (ISO 8601) as people here write it; the text itself when it is none. */
export function showInstant(iso: string): string {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? iso : formatChinaInstant(ms);
}

/** Tenths of a point as points: 935 → `93.5`. */
export function showTenths(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}
