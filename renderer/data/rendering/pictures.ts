import { TEXT_WIDTH_PT } from '#shared/documents/page.ts';
import type { SheetModel } from '#shared/documents/sheetModel.ts';

import { gap, type Fonts, type Mark, type Row } from './marks.ts';
import { centred } from './paragraph.ts';
import { photoNamed, type Photo, type Photos } from './photos.ts';
import { NOTE, SIZE, stacked } from './pieces.ts';

const GAP = 12;
/** The largest room of one photo: a preview of 480 pixels is printed there at 160 dots an inch. */
const ROOM_HEIGHT = 168;

/** Room for photos: width of the text area in points, and how many stand side by side in it. */
export type PictureRoom = { readonly width: number; readonly across: 1 | 2 };

/** Photos over their captions, one or two in a row; a row stays together. */
export function pictureRows(
  pictures: NonNullable<SheetModel['photos']>,
  photos: Photos,
  fonts: Fonts,
  room: PictureRoom = { width: TEXT_WIDTH_PT, across: 2 },
): Row[] {
  const rows = Array.from({ length: Math.ceil(pictures.length / room.across) }, (_, at) =>
    pictures.slice(at * room.across, (at + 1) * room.across),
  );
  return rows.flatMap((row) => pictureRow(row, photos, fonts, room));
}

function pictureRow(
  pictures: NonNullable<SheetModel['photos']>,
  photos: Photos,
  fonts: Fonts,
  { width, across }: PictureRoom,
): Row[] {
  const room = { w: (width - (across - 1) * GAP) / across, h: ROOM_HEIGHT };
  const left = (index: number): number => (pictures.length === 1 ? (width - room.w) / 2 : index * (room.w + GAP));
  const captions = pictures.map(({ caption }) =>
    centred(caption, { ...NOTE, size: SIZE.small, pitch: 14, width: room.w }, fonts),
  );
  const sized = pictures.map(({ print }) => fitted(photoNamed(photos, print), room));
  const tallest = Math.max(...sized.map(({ h }) => h));
  const lines = Math.max(...captions.map(({ length }) => length));
  const marks = pictures.flatMap(({ print }, index): Mark[] => {
    const { w, h } = sized[index] ?? room;
    const photo: Mark = { is: 'photo', sha256: print, x: left(index) + (room.w - w) / 2, y: tallest - h, w, h };
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
