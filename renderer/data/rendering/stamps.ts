import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';

import { PAGE, pointsOf } from '#shared/documents/page.ts';

import { FAMILY } from './draw.ts';
import { widthOf } from './lines.ts';
import type { Fonts } from './marks.ts';

const SIZE = 12;
/** 12 mm from the side and 5 mm from the top edge: beside nothing that a document prints itself. */
const SIDE = pointsOf(120);
const TOP = pointsOf(50);

/** Page numbers of a file, each alone on a page: odd ones at the top right, even ones at the top left [m]. */
export function stampSheets(count: number, madeAt: string, fonts: Fonts): TDocumentDefinitions {
  return {
    ...{ pageSize: 'A4', pageMargins: 0, version: '1.7', compress: true },
    info: { creationDate: new Date(madeAt) },
    defaultStyle: { font: FAMILY, fontSize: SIZE },
    content: Array.from({ length: count }, (_, index) => stamp(index + 1, fonts)).flat(),
  };
}

function stamp(page: number, fonts: Fonts): Content[] {
  const text = String(page);
  const width = widthOf(text, { size: SIZE, spacing: 0, font: fonts.text });
  const x = page % 2 === 1 ? pointsOf(PAGE.widthTenthsMm) - SIDE - width : SIDE;
  return [
    { text: ' ', fontSize: 1, ...(page === 1 ? {} : { pageBreak: 'before' as const }) },
    { text, noWrap: true, absolutePosition: { x, y: TOP } },
  ];
}
