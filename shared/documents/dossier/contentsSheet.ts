import { CROSSED_OUT } from '../form.ts';
import type { Block, FormModel } from '../formModel.ts';

import { bindingSheet, type Binding, type PlacedPiece } from './binding.ts';
import type { Volume } from './order.ts';

/** How the two parts of a file are called, as headings and as bookmarks. */
export const VOLUME_NAMES: Readonly<Record<Volume, string>> = { main: '正卷', side: '副卷' };

const COLUMNS = ['序号', '文号', '责任者', '题名', '日期', '页号', '备注'];
const SHARES = [4, 9, 8, 9, 8, 4, 4];

/** 卷内目录 [m]: every piece of the file, by whom, of which day, and on which pages. */
export function contentsOf(binding: Binding): FormModel {
  const { order, pieces } = binding;
  const list = (some: readonly PlacedPiece[]): Block => ({
    is: 'grid',
    columns: COLUMNS,
    shares: SHARES,
    rows: some.map((piece) => lineOf(piece, binding)),
  });
  if (order === 'time') return bindingSheet(binding, '卷内目录', [list(pieces)], '（以下空白）');
  const blocks = (['main', 'side'] as const).flatMap((volume): readonly Block[] => {
    const some = pieces.filter((piece) => piece.volume === volume);
    const heading = { heading: VOLUME_NAMES[volume], paragraphs: [], items: [], emphasis: false };
    return some.length === 0 ? [] : [{ is: 'section', section: heading }, list(some)];
  });
  return bindingSheet(binding, '卷内目录', blocks, '（以下空白）');
}

function lineOf(piece: PlacedPiece, { orgName }: Binding): string[] {
  const { serial, number, org, title, on, from, pages, scans } = piece;
  const to = from + pages - 1;
  const range = pages === 1 ? String(from) : `${String(from)}-${String(to)}`;
  const day = on.replaceAll('-', '.');
  return [
    String(serial),
    number ?? CROSSED_OUT,
    orgName(org),
    title,
    day,
    range,
    scans === undefined ? '' : '附签名件',
  ];
}
