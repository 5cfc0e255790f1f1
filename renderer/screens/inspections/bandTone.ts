import type { Tone } from '#renderer/components/StatusBadge.tsx';
import type { Band } from '#shared/inspection/score.ts';

const TONES: Readonly<Record<Band['id'], Tone>> = { red: 'good', good: 'good', yellow: 'warn', black: 'bad' };

/** How a band of the score is shown; the "red list" is the good one here. */
export function bandTone(band: Band['id']): Tone {
  return TONES[band];
}
