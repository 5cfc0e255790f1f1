/** Asia/Shanghai is ahead of UTC by this much, in milliseconds. */
export const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export type ChinaDate = string;

/** The date in Asia/Shanghai (UTC+8, no daylight saving since 1991) of an instant in Unix milliseconds. */
export function chinaDateOf(atMs: number): ChinaDate {
  return new Date(atMs + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** The date in Asia/Shanghai of an ISO instant; undefined when there is no such instant (a thirteenth month). */
export function chinaDateAt(instant: string): ChinaDate | undefined {
  const ms = Date.parse(instant); // a schema checks the form, not that the hour exists
  return Number.isNaN(ms) ? undefined : chinaDateOf(ms);
}

/** The calendar year in Asia/Shanghai of an instant. */
export function chinaYearOf(atMs: number): number {
  return Number(chinaDateOf(atMs).slice(0, 4));
}

/** `2024年3月5日`, Arabic digits without leading zeros (GB/T 9704). */
export function formatChinaDate(date: ChinaDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}

/** `2024年3月5日 9时05分` in Asia/Shanghai. */
export function formatChinaInstant(atMs: number): string {
  const local = new Date(atMs + CHINA_OFFSET_MS).toISOString();
  return `${formatChinaDate(local.slice(0, 10))} ${String(Number(local.slice(11, 13)))}时${local.slice(14, 16)}分`;
}
