import { fileText } from '#renderer/app/language/zh/files.ts';
import { showYuan } from '#renderer/app/language/zh/yuan.ts';
import type { Tone } from '#renderer/components/StatusBadge.tsx';
import type { Clock } from '#shared/case/clocks.ts';
import type { Lateness } from '#shared/case/lateFine.ts';
import { DEADLINES, type DeadlineId } from '#shared/deadlines/deadlines.ts';

const DAY_MS = 86_400_000;

/** Days from a date to another; negative when it is past. */
export function daysUntil(on: string, today: string): number {
  return Math.round((Date.parse(on) - Date.parse(today)) / DAY_MS);
}

/** How a period stands today: at rest, running, about to end, over. */
export function clockTone(
  { id, dueOn }: { readonly id: DeadlineId; readonly dueOn?: string | undefined },
  today: string,
): Tone {
  if (dueOn === undefined) return 'neutral';
  const left = daysUntil(dueOn, today);
  if (left < 0) return 'bad';
  return left <= Math.max(0, ...DEADLINES[id].warnDays) ? 'warn' : 'info';
}

/** 加处罚款 of a fine that is late, in words. */
export function surchargeWords({ days, stoppedDays, surchargeFen }: Lateness): string {
  const { surcharge, stopped } = fileText.clocks;
  return `${surcharge(days, showYuan(surchargeFen))}${stoppedDays === 0 ? '' : stopped(stoppedDays)}`;
}

/** The name of a period; of an instalment also which one it is, and what of it is open. */
export function clockName({ id, instalment }: Pick<Clock, 'id' | 'instalment'>): string {
  const { names, instalment: nameOf } = fileText.clocks;
  if (instalment === undefined) return names[id];
  const { no, of, owedFen } = instalment;
  return `${names[id]}：${nameOf(no, of, showYuan(owedFen))}`;
}
