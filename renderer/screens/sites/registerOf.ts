import type { Tone } from '#renderer/app/language/zh/tone.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findRegister, type Register } from '#shared/catalogue/register.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';

const LAST = 'sites.register';

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

/** The register that an address asks for, else the one that was looked at last on this device, else the first. */
export function registerFor(catalogue: Catalogue, search: string): Register | undefined {
  const asked = new URLSearchParams(search).get('register') ?? window.localStorage.getItem(LAST) ?? DEFAULT_REGISTER;
  return findRegister(catalogue, asked) ?? findRegister(catalogue, DEFAULT_REGISTER) ?? catalogue.registers[0];
}

/** Remembers the register for the next time. */
export function keepRegister(id: string): void {
  window.localStorage.setItem(LAST, id);
}
