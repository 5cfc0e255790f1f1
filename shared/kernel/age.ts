import type { ChinaDate } from './chinaTime.ts';

/** Full years of life on a date; a birthday counts from the day after it (周岁, 从周岁生日的第二天起算). */
export function ageOn(bornOn: ChinaDate, on: ChinaDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) > bornOn.slice(5) ? years : years - 1;
}
