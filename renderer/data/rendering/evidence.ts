import type { Block } from '#shared/documents/formModel.ts';
import { TEXT_HEIGHT_PT, TEXT_WIDTH_PT } from '#shared/documents/page.ts';

import { heightOf } from './flow.ts';
import { baselineIn, rule, type Fonts, type Mark, type Row } from './marks.ts';
import { paragraph } from './paragraph.ts';
import { photoNamed, type Photos } from './photos.ts';
import { fitted } from './pictures.ts';
import { NOTE, SIZE, stacked } from './pieces.ts';

const W = TEXT_WIDTH_PT;
const PADDING = 6;
/** Two stand on the first page, under its head. */
const HEIGHT = 250;
const SPLIT = 262;
const SIGN_HEIGHT = 26;
const TEXT = { ...NOTE, size: SIZE.small + 1, pitch: 16, width: W - SPLIT - 2 * PADDING } as const;

/** A ruled strip: the photo at the left; at the right what is said of it, and lines to sign on at the foot. It is never cut. */
export function evidenceRow(block: Extract<Block, { is: 'photo' }>, photos: Photos, fonts: Fonts): Row {
  const said = block.rows.flatMap(({ label, value }) =>
    paragraph(`${label}：${value}`, { ...TEXT, headingPrefix: [...label].length + 1 }, fonts),
  );
  const signs = block.sign.length * SIGN_HEIGHT;
  const height = Math.min(Math.max(HEIGHT, heightOf(said) + signs + 2 * PADDING), TEXT_HEIGHT_PT);
  const room = { w: SPLIT - 2 * PADDING, h: height - 2 * PADDING };
  const { w, h } = fitted(photoNamed(photos, block.print), room);
  const photo: Mark = { is: 'photo', sha256: block.print, x: (SPLIT - w) / 2, y: (height - h) / 2, w, h };
  const lines = block.sign.flatMap((label, index) => signMarks(label, height - signs + index * SIGN_HEIGHT, fonts));
  return {
    height,
    keep: false,
    marks: [
      photo,
      ...stacked(said, SPLIT + PADDING, PADDING),
      ...lines,
      ...[0, height].map((y) => rule(0, y, W, y)),
      ...[0, SPLIT, W].map((x) => rule(x, 0, x, height)),
    ],
  };
}

function signMarks(label: string, top: number, fonts: Fonts): Mark[] {
  const [line] = paragraph(`${label}：`, { ...TEXT, pitch: SIGN_HEIGHT }, fonts);
  const baseline = baselineIn(top, SIGN_HEIGHT, TEXT.size) + 3;
  const width = [...label].length + 1;
  return [
    ...stacked(line === undefined ? [] : [line], SPLIT + PADDING, top),
    rule(SPLIT + PADDING + width * TEXT.size, baseline, W - PADDING, baseline),
  ];
}
