import { isWellFormed } from './text.ts';

/** A value that has exactly one canonical JSON text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one JSON text of a value: keys in code-unit order, no spaces, `undefined` members left out.
 * Throws on what would not survive a round trip through CouchDB: unsafe or fractional numbers, lone surrogates, text
 * that is not NFC, and values that are not JSON.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new TypeError(`not a safe integer: ${String(value)}`);
    return String(value);
  }
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value as Record<string, unknown>)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`not JSON: ${typeof value}`);
}

function canonicalString(text: string): string {
  if (!isWellFormed(text)) throw new TypeError('text holds a lone surrogate');
  if (text.normalize('NFC') !== text) throw new TypeError('text is not NFC');
  return JSON.stringify(text);
}
