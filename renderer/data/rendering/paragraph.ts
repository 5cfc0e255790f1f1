import { breakLines, widthOf, type SetLine, type Setting } from './lines.ts';
import { baselineIn, type Face, type Fonts, type Mark, type Row } from './marks.ts';

/** How a paragraph is set. `pitch`: distance of baselines. `indent`: points before the first line. */
export type ParagraphStyle = {
  readonly size: number;
  readonly spacing: number;
  readonly pitch: number;
  readonly indent: number;
  readonly width: number;
  /** `text` unless said otherwise. */
  readonly face?: Face | undefined;
  /** Leading characters that are a heading which runs into the text. */
  readonly headingPrefix?: number;
  readonly keepWithNext?: boolean;
};

/**
 * Sets one paragraph into rows of one line each. Its first two lines stay together, and so do its last two: no page
 * begins or ends with a single line of a longer paragraph.
 */
export function paragraph(text: string, style: ParagraphStyle, fonts: Fonts): Row[] {
  const lines = breakLines(text, settingOf(style, fonts));
  return lines.map((line, index) => ({
    height: style.pitch,
    marks: marksOf(line, index === 0 ? (style.headingPrefix ?? 0) : 0, style, fonts),
    keep: index === lines.length - 1 ? style.keepWithNext === true : index === 0 || index === lines.length - 2,
  }));
}

/** One line set in the middle of the text area; too long a text is broken into several. */
export function centred(text: string, style: ParagraphStyle, fonts: Fonts): Row[] {
  return placed(text, style, fonts, (room) => room / 2);
}

/** The same at the right edge. */
export function rightAligned(text: string, style: ParagraphStyle, fonts: Fonts): Row[] {
  return placed(text, style, fonts, (room) => room);
}

function placed(text: string, style: ParagraphStyle, fonts: Fonts, shift: (room: number) => number): Row[] {
  const setting = settingOf({ ...style, indent: 0 }, fonts);
  const lines = breakLines(text, setting);
  return lines.map((line, index) => {
    const room = style.width - (widthOf(line.text, setting) - style.spacing);
    const still = { ...line, x: shift(room), spacing: style.spacing };
    return {
      height: style.pitch,
      marks: marksOf(still, 0, style, fonts),
      keep: index < lines.length - 1 || style.keepWithNext === true,
    };
  });
}

function settingOf(style: ParagraphStyle, fonts: Fonts): Setting {
  const { size, spacing, width, indent } = style;
  return { size, spacing, width, indent, font: fonts[style.face ?? 'text'] };
}

function marksOf(line: SetLine, headingPrefix: number, style: ParagraphStyle, fonts: Fonts): Mark[] {
  const baseline = baselineIn(0, style.pitch, style.size);
  const run = (text: string, x: number, face: Face): Mark => ({
    is: 'text',
    text,
    x,
    baseline,
    size: style.size,
    face,
    spacing: line.spacing,
  });
  if (line.text === '') return [];
  const characters = [...line.text];
  const { face = 'text' } = style;
  if (headingPrefix === 0 || face !== 'text') return [run(line.text, line.x, face)];
  const head = characters.slice(0, headingPrefix).join('');
  const rest = characters.slice(headingPrefix).join('');
  const width = widthOf(head, { size: style.size, spacing: line.spacing, font: fonts.text });
  return [run(head, line.x, 'heading'), ...(rest === '' ? [] : [run(rest, line.x + width, 'text')])];
}
