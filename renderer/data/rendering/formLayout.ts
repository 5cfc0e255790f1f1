import type { Block, FormModel } from '#shared/documents/formModel.ts';
import { TEXT_HEIGHT_PT, TEXT_WIDTH_PT } from '#shared/documents/page.ts';

import { drawnRow } from './drawn.ts';
import { evidenceRow } from './evidence.ts';
import { flow, type SetPage } from './flow.ts';
import { grid } from './grid.ts';
import { baselineIn, gap, rule, type Fonts, type Row } from './marks.ts';
import { paragraph, rightAligned } from './paragraph.ts';
import type { Photos } from './photos.ts';
import { pictureRows } from './pictures.ts';
import { HEAD_TABLE, headRows, NOTE, sectionRows, SIZE, stacked } from './pieces.ts';
import { stubRows } from './stub.ts';
import { table, type TableStyle } from './table.ts';

const W = TEXT_WIDTH_PT;
const TABLE: TableStyle = {
  ...HEAD_TABLE,
  boldLabels: ['处理建议', '处理决定', '审核结论', '复查结果'],
};
const GRID = { size: SIZE.note, pitch: 17, padding: 5, minHeight: 26 } as const;

type HandLine = Extract<Block, { is: 'hand' }>['lines'][number];

/** Room for a signature by hand, in points. */
const SIGN_HEIGHT = 34;

/** Sets a paper into pages; each part begins a page of its own. */
export function layoutForm(model: FormModel, fonts: Fonts, photos: Photos): SetPage[] {
  const parts = partsOf(model);
  return parts.flatMap(({ title, blocks }, index) => {
    const stub = index === parts.length - 1 ? model.stub : undefined;
    const rows = [
      ...headRows({ agency: model.agency, title }, '', fonts),
      ...partRows(blocks, fonts, photos),
      ...paragraph(model.endMark, { ...NOTE, size: 10.5, pitch: 16 }, fonts),
    ];
    return flow(rows, stub === undefined ? [] : stubRows(stub, fonts), TEXT_HEIGHT_PT);
  });
}

type Part = { readonly title: string; readonly blocks: readonly Block[] };

function partsOf({ title, blocks }: FormModel): readonly Part[] {
  const starts = blocks.flatMap((block, at) => (block.is === 'part' ? [{ at, title: block.title }] : []));
  return [{ at: -1, title }, ...starts].map((start, index) => ({
    title: start.title,
    blocks: blocks.slice(start.at + 1, starts[index]?.at),
  }));
}

function partRows(all: readonly Block[], fonts: Fonts, photos: Photos): Row[] {
  const blocks = all.map((block) => [...blockRows(block, fonts, photos), gap(6)]);
  // Signatures and end mark never stand on a page without text: the last block that says something goes with them.
  const lastText = all.findLastIndex(({ is }) => is !== 'hand');
  const end = blocks.slice(lastText).flat();
  return [...blocks.slice(0, lastText).flat(), ...end.map((row) => ({ ...row, keep: true }))];
}

function blockRows(block: Block, fonts: Fonts, photos: Photos): Row[] {
  switch (block.is) {
    case 'rows':
      return table(block.rows, TABLE, fonts);
    case 'section':
      return sectionRows(block.section, fonts);
    case 'grid': {
      const total = block.shares.reduce((sum, share) => sum + share, 0);
      return grid(
        block.columns,
        block.rows,
        { ...GRID, widths: block.shares.map((share) => (share / total) * W) },
        fonts,
      );
    }
    case 'photo':
      return [evidenceRow(block, photos, fonts)];
    case 'drawn':
      return [drawnRow(block, fonts)];
    case 'pictures':
      return pictureRows(block.photos, photos, fonts);
    case 'part':
      return [];
    case 'hand':
      return block.lines.map((line) => handRow(line, fonts));
  }
}

/** A line to be signed: a label, what is printed after it, a line to sign on, and a date to fill. */
export function handRow({ label, printed, date }: HandLine, fonts: Fonts): Row {
  const text = `${label}${label.endsWith('：') ? '' : '：'}${printed}`;
  const [first] = paragraph(text, { ...NOTE, pitch: SIGN_HEIGHT, width: W }, fonts);
  const dated = rightAligned(date, { ...NOTE, pitch: SIGN_HEIGHT, width: W }, fonts);
  const baseline = baselineIn(0, SIGN_HEIGHT, SIZE.note) + 4;
  return {
    height: SIGN_HEIGHT,
    keep: false,
    marks: [...(first?.marks ?? []), ...stacked(dated, 0, 0), rule(200, baseline, W - 116, baseline)],
  };
}
