import type { Face, Mark } from './marks.ts';
import type { QrModules } from './qrModules.ts';

/** What is drawn on a page except photos, in points from its top left corner, in reading order. */
export type Drawing = readonly Exclude<Mark, { readonly is: 'photo' }>[];
/** A piece of a text: the name of its font on the page, and codes of that font in hexadecimal digits. */
export type Encoded = { readonly font: string; readonly codes: string };
/** A text as pieces that follow each other, one for each change of the font that has its characters. */
export type Encode = (face: Face, text: string) => readonly Encoded[];

type Text = Extract<Mark, { readonly is: 'text' }>;
type Area = Extract<Mark, { readonly is: 'area' }>;
type Line = Extract<Mark, { readonly is: 'line' }>;

const RULE_PT = 0.6;
const DASH = '[4 3] 0 d';

/** A page as operators of PDF (ISO 32000-1 §8.2): areas, codes, rules, then all texts. The page counts from its top, and is left as it was. */
export function pageOperators(drawing: Drawing, pageHeight: number, encode: Encode): string {
  const codes = drawing.filter((mark) => mark.is === 'code');
  const lines = drawing.filter((mark) => mark.is === 'line');
  const texts = drawing.filter((mark) => mark.is === 'text');
  return [
    ...areas(drawing.filter((mark) => mark.is === 'area')),
    ...codes.flatMap(({ qr, x, y, side }) => codeOperators(qr, x, y, side)),
    ...rules(lines.filter(({ dashed }) => !dashed)),
    ...rules(lines.filter(({ dashed }) => dashed)),
    ...textOperators(texts, pageHeight, encode),
  ].join('\n');
}

/** Counted in modules, so that numbers are short. As one path neighbours show no seams. */
function codeOperators(qr: QrModules, x: number, y: number, side: number): readonly string[] {
  const module = String(side / qr.side);
  const runs = qr.runs.map(({ column, row, length }) => `${String(column)} ${String(row)} ${String(length)} 1 re`);
  return ['q', '0 g', `${module} 0 0 ${module} ${number(x)} ${number(y)} cm`, ...runs, 'f', 'Q'];
}

function areas(all: readonly Area[]): readonly string[] {
  if (all.length === 0) return [];
  const shapes = all.map(
    ({ x, y, w, h, grey }) => `${number(grey)} g ${number(x)} ${number(y)} ${number(w)} ${number(h)} re f`,
  );
  return ['q', ...shapes, 'Q'];
}

function rules(lines: readonly Line[]): readonly string[] {
  if (lines.length === 0) return [];
  const dash = lines[0]?.dashed === true ? [DASH] : [];
  const paths = lines.map(({ x1, y1, x2, y2 }) => `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l`);
  return ['q', '0 G', `${number(RULE_PT)} w`, ...dash, ...paths, 'S', 'Q'];
}

/** Font, size and spacing are said where they change. */
function textOperators(texts: readonly Text[], pageHeight: number, encode: Encode): readonly string[] {
  if (texts.length === 0) return [];
  let [face, spacing] = ['', 0];
  const runs = texts.flatMap((run) => {
    const shown = encode(run.face, run.text).flatMap(({ font, codes }) => {
      const next = `/${font} ${number(run.size)} Tf`;
      const change = next === face ? [] : [next];
      face = next;
      return [...change, `<${codes}> Tj`];
    });
    const change = run.spacing === spacing ? [] : [`${number(run.spacing)} Tc`];
    spacing = run.spacing;
    return [...change, `1 0 0 1 ${number(run.x)} ${number(pageHeight - run.baseline)} Tm`, ...shown];
  });
  // For everything else the page stands on its head.
  return ['q', '0 g', `1 0 0 -1 0 ${number(pageHeight)} cm`, 'BT', ...runs, 'ET', 'Q'];
}

/** A number as it stands in a page, to a thousandth of a point. */
function number(points: number): string {
  return String(Math.round(points * 1000) / 1000);
}
