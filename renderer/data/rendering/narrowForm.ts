import type { Block, FormModel } from '#shared/documents/formModel.ts';

import type { SetPage } from './flow.ts';
import { grid } from './grid.ts';
import { baselineIn, gap, rule, type Fonts, type Row } from './marks.ts';
import type { NarrowStyle } from './narrow.ts';
import { handOver, narrowPages } from './narrowEnd.ts';
import { centred, paragraph, rightAligned } from './paragraph.ts';
import type { Photos } from './photos.ts';
import { pictureRows } from './pictures.ts';
import { sectionRows, stacked } from './pieces.ts';
import type { QrModules } from './qrModules.ts';
import { table } from './table.ts';

/** Room to sign by hand, in points. */
const SIGN_HEIGHT = 30;

type Hand = Extract<Block, { is: 'hand' }>;

/**
 * Sets a paper on small paper: its blocks one under the other, what is signed by hand with the code at the end, then the stub.
 * Throws for a paper with pieces that small paper has no room for.
 */
export function layoutNarrowForm(
  model: FormModel,
  qr: QrModules | undefined,
  style: NarrowStyle,
  fonts: Fonts,
  photos: Photos,
): SetPage[] {
  const last = model.blocks.at(-1);
  const hand = last?.is === 'hand' ? last : undefined;
  const said = hand === undefined ? model.blocks : model.blocks.slice(0, -1);
  const texts = said.map((block) => [...blockRows(block, model.kind, style, fonts, photos), gap(6)]);
  // Signatures never stand on a page without text: the last block goes with them.
  const kept = texts.pop() ?? [];
  const rows = [
    ...centred(model.agency, style.agency, fonts),
    ...centred(model.title, style.title, fonts),
    gap(3, true),
    ...texts.flat(),
    ...kept.map((row) => ({ ...row, keep: true })),
    ...handOver((at) => handRows(hand, at, fonts), qr, model.code?.caption ?? '', style, fonts),
    ...paragraph(model.endMark, style.small, fonts),
  ];
  return narrowPages(rows, model.stub, style, fonts);
}

function blockRows(block: Block, kind: string, style: NarrowStyle, fonts: Fonts, photos: Photos): Row[] {
  switch (block.is) {
    case 'rows':
      return table(block.rows, style.table, fonts);
    case 'section':
      return sectionRows(block.section, fonts, style.body);
    case 'grid': {
      const total = block.shares.reduce((sum, share) => sum + share, 0);
      const widths = block.shares.map((share) => (share / total) * style.width);
      const { size, pitch } = style.note;
      return grid(block.columns, block.rows, { size, pitch, padding: 3, minHeight: 22, widths }, fonts);
    }
    case 'pictures':
      return pictureRows(block.photos, photos, fonts, { width: style.width, across: style.photosAcross });
    case 'photo':
    case 'drawn':
    case 'part':
    case 'hand':
      throw new Error(`no narrow layout of ${kind}: ${block.is}`);
  }
}

/** Who signs, and under that a line to sign on with the date at its end: together they are wider than a strip. */
function handRows(hand: Hand | undefined, { note, width }: NarrowStyle, fonts: Fonts): Row[] {
  const style = { ...note, width, keepWithNext: true };
  return (hand?.lines ?? []).flatMap(({ label, printed, date }): Row[] => {
    const dated = rightAligned(date, { ...style, pitch: SIGN_HEIGHT }, fonts);
    const y = baselineIn(0, SIGN_HEIGHT, note.size) + 4;
    const line = rule(0, y, width - [...date].length * note.size, y);
    return [
      ...paragraph(`${label}：${printed}`, style, fonts),
      { height: SIGN_HEIGHT, keep: true, marks: [...stacked(dated, 0, 0), line] },
    ];
  });
}
