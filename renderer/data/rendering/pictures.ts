import { TEXT_WIDTH_PT } from '#shared/documents/page.ts';
import type { SheetModel } from '#shared/documents/sheetModel.ts';

import { gap, type Fonts, type Mark, type Row } from './marks.ts';
import { centred } from './paragraph.ts';
import { photoNamed, type Photo, type Photos } from './photos.ts';
import { NOTE, SIZE, stacked } from './pieces.ts';

const GAP = 12;
/** The largest room of one photo: a preview of 480 pixels is printed there at 160 dots an inch. */
const ROOM = { w: (TEXT_WIDTH_PT - GAP) / 2, h: 168 } as const;

/** Photos side by side, each over its caption; they stay together. */
export function pictureRows(pictures: NonNullable<SheetModel['photos']>, photos: Photos, fonts: Fonts): Row[] {
  if (pictures.length === 0) return [];
  const captions = pictures.map(({ caption }) =>
    centred(caption, { ...NOTE, size: SIZE.small, pitch: 14, width: ROOM.w }, fonts),
  );
  const sized = pictures.map(({ print }) => fitted(photoNamed(photos, print), ROOM));
  const tallest = Math.max(...sized.map(({ h }) => h));
  const lines = Math.max(...captions.map(({ length }) => length));
  const left = (index: number): number =>
    pictures.length === 1 ? (TEXT_WIDTH_PT - ROOM.w) / 2 : index * (ROOM.w + GAP);
  const marks = pictures.flatMap(({ print }, index): Mark[] => {
    const { w, h } = sized[index] ?? ROOM;
    const photo: Mark = { is: 'photo', sha256: print, x: left(index) + (ROOM.w - w) / 2, y: tallest - h, w, h };
    return [photo, ...stacked(captions[index] ?? [], left(index), tallest + 3)];
  });
  return [gap(8), { height: tallest + 3 + lines * 14, keep: false, marks }];
}

/** The largest size of a photo in a room, as it is seen. */
export function fitted(
  { widthPx, heightPx }: Photo,
  room: { readonly w: number; readonly h: number },
): { readonly w: number; readonly h: number } {
  const scale = Math.min(room.w / widthPx, room.h / heightPx);
  return { w: widthPx * scale, h: heightPx * scale };
}
