import { isWellFormed } from './text.ts';

/** A value that has exactly one canonical JSON text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one JSON text of a value: keys in code-unit order, no spaces, `undefined` members left out.
 * Throws on what would not survive a round trip through CouchDB: unsafe or fractional numbers, lone surrogates, text
 * that is not NFC, and values that are not JSON.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return canonicalString(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new TypeError(`not a safe integer: ${String(value)}`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value as Record<string, unknown>);
  throw new TypeError(`not JSON: ${typeof value}`);
}

function canonicalObject(value: Record<string, unknown>): string {
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${canonicalString(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

function canonicalString(text: string): string {
  if (isPlain(text)) return `"${text}"`;
  if (!isWellFormed(text)) throw new TypeError('text holds a lone surrogate');
  if (text.normalize('NFC') !== text) throw new TypeError('text is not NFC');
  return JSON.stringify(text);
}

/**
 * True when every character is one that JSON does not escape and that no normalisation changes, whatever stands beside
 * it: Latin below the combining marks, and the blocks that Chinese text is made of. Nearly all text is.
 */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x300 ? unit < 0x20 || unit === 0x22 || unit === 0x5c : !isChinese(unit)) return false;
  }
  return true;
}

/** Unified ideographs, CJK punctuation without its tone marks, full-width forms without Hangul. */
function isChinese(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3000 && unit <= 0x3029) || (unit >= 0xff01 && unit <= 0xff5e);
}
