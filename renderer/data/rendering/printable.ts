import type { FontMetrics } from '#shared/documents/fonts/font.ts';

/** Stands for a character that the font cannot draw, so that it can be written in by hand. */
export const MISSING = '□';

/** A text as it can be drawn, and the characters in it that cannot. */
export type Printable = { readonly text: string; readonly missing: readonly string[] };

const VARIATION = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u;
const INVISIBLE = /^[\p{Cf}\p{Cc}]$/u;

/**
 * Replaces what the font has no glyph for by an empty square and names it. A chosen variant of a character is drawn in
 * its usual form and named too. What never shows (format characters) is left out; all kinds of spaces become one.
 */
export function printable(text: string, font: FontMetrics): Printable {
  const missing: string[] = [];
  let shown = '';
  let last = '';
  for (const char of text) {
    if (VARIATION.test(char)) {
      if (last !== '') missing.push(last + char);
      continue;
    }
    if (/^[\t\p{Zs}]$/u.test(char)) {
      shown += char === '\u3000' ? char : ' ';
      continue;
    }
    if (INVISIBLE.test(char)) continue;
    last = char;
    if (font.has(char.codePointAt(0) ?? 0)) shown += char;
    else {
      shown += MISSING;
      missing.push(char);
    }
  }
  return { text: shown, missing };
}
