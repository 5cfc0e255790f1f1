import type { Tone } from '#renderer/app/language/zh/tone.ts';
import type { Register } from '#shared/catalogue/register.ts';

const TONES: Readonly<Record<Register['states'][number]['tone'], Tone>> = {
  good: 'good',
  bad: 'bad',
  warning: 'warn',
  info: 'info',
  neutral: 'neutral',
};

/** A state of a register in words, with the tone it is shown in; one that its file does not know keeps its code. */
export function stateWords(register: Register | undefined, id: string): { readonly text: string; readonly tone: Tone } {
  const state = register?.states.find((one) => one.id === id);
  return state === undefined ? { text: id, tone: 'neutral' } : { text: state.name, tone: TONES[state.tone] };
}
