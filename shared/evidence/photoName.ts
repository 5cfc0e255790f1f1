import { cleanText } from '../kernel/text.ts';

const MAX_LENGTH = 200;

/**
 * A file's name fit for an event: the last part of a path, NFC, without control characters, lone surrogates or
 * invisible direction marks (which could make `gpj.exe` read as `exe.jpg`), at most 200 characters with the ending
 * kept. `photo` when nothing is left.
 */
export function cleanPhotoName(name: string): string {
  const base = cleanText(name).split(/[/\\]/).at(-1) ?? '';
  const visible = base.replace(/[\n\t\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  if (visible === '') return 'photo';
  if (visible.length <= MAX_LENGTH) return visible;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(visible)?.[0] ?? '';
  // Cutting by code units may split a surrogate pair; cleaning again drops the half.
  return cleanText(visible.slice(0, MAX_LENGTH - ending.length)) + ending;
}
