import type { CanvasElement, Content, TDocumentDefinitions } from 'pdfmake/interfaces';

import { pointsOf } from '#shared/documents/page.ts';

import type { SetPage } from './flow.ts';
import { A4, type Format } from './format.ts';
import { moved, rule, type Fonts, type Mark } from './marks.ts';
import { centred, paragraph, rightAligned, type ParagraphStyle } from './paragraph.ts';
import { boxesOf, type QrModules } from './qrModules.ts';

/** What stands on every page or in the file's own description, beside the pages. */
export type Frame = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly hash: string;
  readonly issuedAt: string;
  /** Repeated at the head of each page after the first. */
  readonly runningHead: string;
  readonly watermark: string;
  readonly qr: QrModules | undefined;
  readonly qrCaption: string;
  /** Label of a signature at the foot of each page; empty where none is needed. */
  readonly eachPage: string;
};

/** Name of the font family as pdfmake knows it. */
export const FAMILY = 'serif';

/** A path on a canvas, which pdfmake's types do not name. `d`: operators of PDF (ISO 32000-1 §8.5.2), which our writer takes as they are. */
type CanvasPath = {
  readonly type: 'path';
  readonly d: string;
  readonly lineWidth: number;
  readonly dash?: { readonly length: number; readonly space: number };
};

const NOTE: Omit<ParagraphStyle, 'width'> = { size: 9, spacing: 0, pitch: 14, indent: 0 };
const RULE_PT = 0.6;
const QR_SIDE = pointsOf(220);

/** Makes the pdfmake document of set pages: everything at its own place, nothing left to pdfmake's layout. */
export function draw(pages: readonly SetPage[], frame: Frame, fonts: Fonts, format: Format = A4): TDocumentDefinitions {
  const sheets = pages.map((page, index) => marksOf(page, index, pages.length, frame, fonts, format));
  const photos = sheets.flat().flatMap((mark) => (mark.is === 'photo' ? [mark.sha256] : []));
  return {
    pageSize: typeof format.page === 'string' ? format.page : { ...format.page },
    pageMargins: 0,
    version: '1.7',
    compress: true,
    language: 'zh-CN',
    displayTitle: true,
    info: {
      title: frame.title,
      author: frame.author,
      subject: frame.subject,
      keywords: frame.hash,
      creator: '巡执 Xunzhi',
      producer: 'pdfmake 0.3.11',
      creationDate: new Date(frame.issuedAt),
    },
    defaultStyle: { font: FAMILY, fontSize: 16 },
    ...(frame.watermark === ''
      ? {}
      : {
          watermark: {
            text: frame.watermark,
            font: FAMILY,
            fontSize: 110,
            bold: true,
            color: '#888888',
            opacity: 0.16,
            angle: -50,
          },
        }),
    images: Object.fromEntries(photos.map((sha256) => [sha256, sha256])),
    content: sheets.flatMap((marks, index) => pageContent(marks, index, fonts)),
  };
}

/** Everything on a page, in points from its corner. In reading order, because readers and searches take the text as it stands in the file. */
function marksOf(
  page: SetPage,
  index: number,
  count: number,
  frame: Frame,
  fonts: Fonts,
  format: Format,
): readonly Mark[] {
  const head = index === 0 ? qrMarks(frame, fonts, format) : runningHead(frame, fonts, format);
  const body = page.marks.map((mark) => moved(mark, format.left, format.top));
  return [...head, ...body, ...eachPage(frame, fonts, format), ...pageNumber(index + 1, count, fonts, format)];
}

function pageContent(marks: readonly Mark[], index: number, fonts: Fonts): Content[] {
  const anchor: Content = { text: ' ', fontSize: 1, ...(index === 0 ? {} : { pageBreak: 'before' as const }) };
  return [
    anchor,
    { canvas: shapesOf(marks), absolutePosition: { x: 0, y: 0 } },
    ...marks.flatMap((mark) => photoOf(mark)),
    ...marks.flatMap((mark) => textOf(mark, fonts)),
  ];
}

/** `第 x 页 共 y 页` under the text area; a strip from a roll has none. */
function pageNumber(
  number: number,
  count: number,
  fonts: Fonts,
  { left, top, width, height, number: at }: Format,
): Mark[] {
  if (at === undefined) return [];
  const text = `第 ${String(number)} 页\u3000共 ${String(count)} 页`;
  const rows = centred(text, { ...NOTE, size: at.size, pitch: at.size, width }, fonts);
  return rows.flatMap((row) => row.marks.map((mark) => moved(mark, left, top + height + at.below)));
}

/** Under the page number at the left, with a line to sign on: minutes are signed on every page. */
function eachPage({ eachPage: label }: Frame, fonts: Fonts, { left, top: above, width, height }: Format): Mark[] {
  if (label === '') return [];
  const top = above + height + 42;
  const [row] = paragraph(label, { ...NOTE, size: 12, pitch: 16, width }, fonts);
  return [
    ...(row?.marks ?? []).map((mark) => moved(mark, left, top)),
    rule(left + 136, top + 15, left + 330, top + 15),
  ];
}

function runningHead(frame: Frame, fonts: Fonts, { left, top, width, head }: Format): Mark[] {
  const [first] = rightAligned(frame.runningHead, { ...NOTE, width }, fonts);
  return (first?.marks ?? []).map((mark) => moved(mark, left, top - head));
}

/** The QR code in the upper right corner of the first page, in the margin above the text area. */
function qrMarks(frame: Frame, fonts: Fonts, { left, top, width }: Format): Mark[] {
  if (frame.qr === undefined) return [];
  const x = left + width - QR_SIDE;
  const y = top - QR_SIDE - 16;
  const caption = centred(frame.qrCaption, { ...NOTE, size: 7, pitch: 10, width: QR_SIDE }, fonts);
  return [
    ...boxesOf(frame.qr, x, y, QR_SIDE),
    ...caption.flatMap((row) => row.marks.map((mark) => moved(mark, x, y + QR_SIDE + 2))),
  ];
}

/**
 * All rules of a page as one path, and all boxes of a height as strokes of that width in another: pdfmake writes colour,
 * width and joins again for each shape, and a code has some eight hundred boxes. As one path they show no seams, too.
 */
function shapesOf(marks: readonly Mark[]): CanvasElement[] {
  const lines = marks.filter((mark) => mark.is === 'line');
  const rules = (dashed: boolean): string =>
    lines
      .filter((line) => line.dashed === dashed)
      .map(({ x1, y1, x2, y2 }) => `${at(x1)} ${at(y1)} m\n${at(x2)} ${at(y2)} l`)
      .join('\n');
  const boxes = marks.filter((mark) => mark.is === 'box');
  const bars = (height: number): string =>
    boxes
      .filter(({ h }) => h === height)
      .map(({ x, y, w, h }) => `${at(x)} ${at(y + h / 2)} m\n${at(x + w)} ${at(y + h / 2)} l`)
      .join('\n');
  const shape = (d: string, style: Omit<CanvasPath, 'type' | 'd'>): CanvasElement[] =>
    d === '' ? [] : [{ type: 'path', d, ...style } satisfies CanvasPath as unknown as CanvasElement];
  return [
    ...[...new Set(boxes.map(({ h }) => h))].flatMap((height) => shape(bars(height), { lineWidth: height })),
    ...shape(rules(false), { lineWidth: RULE_PT }),
    ...shape(rules(true), { lineWidth: RULE_PT, dash: { length: 4, space: 3 } }),
  ];
}

/** A place in a path, to a thousandth of a point. */
function at(points: number): string {
  return String(Math.round(points * 1000) / 1000);
}

function photoOf(mark: Mark): Content[] {
  if (mark.is !== 'photo') return [];
  const { sha256, x, y, w, h } = mark;
  return [{ image: sha256, width: w, height: h, absolutePosition: { x, y } }];
}

function textOf(mark: Mark, fonts: Fonts): Content[] {
  if (mark.is !== 'text') return [];
  const font = mark.bold ? fonts.bold : fonts.regular;
  return [
    {
      text: mark.text,
      fontSize: mark.size,
      bold: mark.bold,
      characterSpacing: mark.spacing,
      noWrap: true,
      preserveLeadingSpaces: true,
      preserveTrailingSpaces: true,
      absolutePosition: { x: mark.x, y: mark.baseline - (font.ascent * mark.size) / 1000 },
    },
  ];
}
