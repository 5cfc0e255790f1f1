import type { FontMetrics } from '#shared/documents/fonts/font.ts';

/** How a text is set: size in points, extra points after each character, width of a line, indent of the first. */
export type Setting = {
  readonly size: number;
  readonly spacing: number;
  readonly width: number;
  readonly indent: number;
  readonly font: FontMetrics;
};

/** One set line: its text, where it starts, and what must be added after each character to fill the line. */
export type SetLine = { readonly text: string; readonly x: number; readonly spacing: number; readonly width: number };

/** Never begins a line (避头). */
const NOT_FIRST = new Set('，。、；：！？）》〉】〕」』”’…—·～％‰℃°,.;:!?)]}%々ー／');
/** Never ends a line (避尾). */
const NOT_LAST = new Set('（《〈【〔「『“‘([{￥$№');
const WORD = /[\p{Script=Latin}\p{N}\-_@#&+=.,:?!'/\\~^*%]/u;
const CJK_NUMERAL = /[\u2150-\u24ff\u3007\u3021-\u3029\u3200-\u33ff]/u;
const MARK = /\p{M}/u;

/** Breaks one paragraph (no line ends in it) into lines, justified except the last. An empty text gives one empty line. */
export function breakLines(text: string, setting: Setting): SetLine[] {
  const atoms = atomsOf(text, setting);
  const lines: SetLine[] = [];
  let current: string[] = [];
  let width = 0;
  const room = (): number => setting.width - (lines.length === 0 ? setting.indent : 0);
  const flush = (last: boolean): void => {
    lines.push(setLine(current.join('').trimEnd(), room(), lines.length === 0 ? setting.indent : 0, last, setting));
    current = [];
    width = 0;
  };
  for (const atom of atoms) {
    const atomWidth = widthOf(atom, setting);
    if (current.length > 0 && width + widthOf(atom.trimEnd(), setting) > room() + 0.01) {
      flush(false);
      if (atom.trim() === '') continue;
    }
    current.push(atom);
    width += atomWidth;
  }
  flush(true);
  return lines;
}

/** Width of a text in points, with the setting's spacing after each character. */
export function widthOf(text: string, setting: Pick<Setting, 'size' | 'spacing' | 'font'>): number {
  let width = 0;
  for (const char of text)
    width += (setting.font.advance(char.codePointAt(0) ?? 0) * setting.size) / 1000 + setting.spacing;
  return width;
}

function setLine(text: string, room: number, x: number, last: boolean, setting: Setting): SetLine {
  const width = widthOf(text, setting);
  const gaps = [...text].length - 1;
  const slack = room - (width - setting.spacing);
  // A line that is far from full (a long word went to the next one) is not pulled apart.
  const stretch = last || gaps < 1 || slack > setting.size * 3 ? 0 : slack / gaps;
  return { text, x, spacing: setting.spacing + stretch, width: width + stretch * gaps };
}

/** Splits a text into the pieces that lines are made of: no line may break inside one. */
function atomsOf(text: string, setting: Setting): string[] {
  const atoms: string[] = [];
  let previous = '';
  for (const char of text) {
    const atom = atoms.at(-1);
    if (atom !== undefined && sticks(previous, char)) atoms[atoms.length - 1] = atom + char;
    else atoms.push(char);
    previous = char;
  }
  return atoms.flatMap((atom) => splitLong(atom, setting));
}

function sticks(before: string, after: string): boolean {
  if (MARK.test(after)) return true;
  if (before === ' ') return false;
  return after === ' ' || NOT_LAST.has(before) || NOT_FIRST.has(after) || (isWord(before) && isWord(after));
}

function isWord(char: string): boolean {
  return WORD.test(char) && !CJK_NUMERAL.test(char);
}

/** A long piece (an address, a serial number) is cut wherever the line ends, instead of leaving half a line empty. */
function splitLong(atom: string, setting: Setting): string[] {
  const half = (setting.width - setting.indent) / 2;
  if (widthOf(atom, setting) <= half) return [atom];
  const pieces: string[] = [];
  for (const char of atom) {
    const last = pieces.at(-1) ?? '';
    const glued = (NOT_FIRST.has(char) && !isWord(char)) || NOT_LAST.has([...last].at(-1) ?? '') || MARK.test(char);
    if (last !== '' && glued && widthOf(last, setting) < half) pieces[pieces.length - 1] = last + char;
    else pieces.push(char);
  }
  return pieces;
}
