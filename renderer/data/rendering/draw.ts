import type { CanvasElement, Content, TDocumentDefinitions } from 'pdfmake/interfaces';

import { pointsOf } from '#shared/documents/page.ts';

import type { SetPage } from './flow.ts';
import { A4, type Format } from './format.ts';
import { moved, rule, type Fonts, type Mark } from './marks.ts';
import type { Drawing } from './pageOperators.ts';
import { centred, paragraph, rightAligned, type ParagraphStyle } from './paragraph.ts';
import type { QrModules } from './qrModules.ts';

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

/** What our writer takes for a path on a canvas, which pdfmake's types do not name. */
type CanvasPath = { readonly type: 'path'; readonly d: Drawing };

const NOTE: Omit<ParagraphStyle, 'width'> = { size: 9, spacing: 0, pitch: 14, indent: 0 };
const QR_SIDE = pointsOf(220);

/** Makes the pdfmake document of set pages: everything at its own place, nothing left to pdfmake's layout. */
export function draw(pages: readonly SetPage[], frame: Frame, fonts: Fonts, format: Format = A4): TDocumentDefinitions {
  const sheets = pages.map((page, index) => marksOf(page, index, pages.length, frame, fonts, format));
  const photos = sheets.flat().flatMap((mark) => (mark.is === 'photo' ? [mark.sha256] : []));
  return {
    pageSize: typeof format.page === 'string' ? format.page : { ...format.page },
    pageMargins: 0,
    version: '1.4',
    ...(frame.watermark === '' ? { subset: 'PDF/A-1b' as const } : {}),
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
    content: sheets.flatMap((marks, index) => pageContent(marks, index)),
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

/** Photos under everything else, which is one path to pdfmake: its own measuring and laying out of each text is spared. */
function pageContent(marks: readonly Mark[], index: number): Content[] {
  const anchor: Content = { text: ' ', fontSize: 1, ...(index === 0 ? {} : { pageBreak: 'before' as const }) };
  const path = { type: 'path', d: marks.filter((mark) => mark.is !== 'photo') } satisfies CanvasPath;
  return [
    anchor,
    ...marks.flatMap((mark) => photoOf(mark)),
    { canvas: [path as unknown as CanvasElement], absolutePosition: { x: 0, y: 0 } },
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
    { is: 'code', qr: frame.qr, x, y, side: QR_SIDE },
    ...caption.flatMap((row) => row.marks.map((mark) => moved(mark, x, y + QR_SIDE + 2))),
  ];
}

function photoOf(mark: Mark): Content[] {
  if (mark.is !== 'photo') return [];
  const { sha256, x, y, w, h } = mark;
  return [{ image: sha256, width: w, height: h, absolutePosition: { x, y } }];
}
