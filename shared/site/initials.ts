const LATIN_OR_DIGIT = /^[a-z0-9]$/;

/**
 * Pinyin initials of name and operator, lower case, a space between them: `好味小吃`, `王芳` → `hwxc wf`. `pinyin` gives
 * the reading of one character (its initial suffices); Latin letters and digits stand for themselves, the rest is
 * left out.
 */
export function siteInitials(name: string, operator: string, pinyin: (char: string) => string): string {
  return [name, operator]
    .map((text) => Array.from(text, (char) => initialOf(char, pinyin)).join(''))
    .filter((initials) => initials !== '')
    .join(' ');
}

function initialOf(char: string, pinyin: (char: string) => string): string {
  const own = char.toLowerCase();
  if (LATIN_OR_DIGIT.test(own)) return own;
  const first = pinyin(char).trim().slice(0, 1).normalize('NFD').slice(0, 1).toLowerCase();
  return LATIN_OR_DIGIT.test(first) ? first : '';
}
