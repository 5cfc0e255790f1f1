import { randomBytes } from 'node:crypto';

import { codeContent } from '#shared/documents/code.ts';
import { buildD07 } from '#shared/documents/d07.ts';
import type { SheetModel } from '#shared/documents/sheetModel.ts';
import { aD07Input } from '#shared/documents/testing/aD07Input.ts';
import { aCodeContent, aSignedCode } from '#shared/documents/testing/aSignedCode.ts';
import { buildJpeg, concatBytes, segment } from '#shared/evidence/testing/jpegBuilder.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

/** What a preview of 480 pixels weighs, in bytes. */
const PHOTO_BYTES = 60_000;
const PHOTOS = 10;

/** One notice as it is printed: no two have the same number, facts or code. `photo`: which of the load's photos it shows. */
export type Notice = { readonly model: SheetModel; readonly code: string; readonly photo: number };
/** Notices, and the photos that they show in turn. */
export type Load = { readonly notices: readonly Notice[]; readonly photos: readonly Uint8Array[] };

/** Notices with a photo and a signed code. What comes before the printing is done here, for both that print them. */
export function documentLoad(count: number): Load {
  const photos = Array.from({ length: PHOTOS }, aPhoto);
  const prints = photos.map((photo) => sha256Hex(photo));
  return { photos, notices: Array.from({ length: count }, (_, index) => notice(index + 1, prints)) };
}

function notice(n: number, prints: readonly string[]): Notice {
  const photo = n % prints.length;
  const print = prints[photo] ?? '';
  const facts = `店门外人行道上堆放纸箱${String(n)}个、塑料筐${String((n % 7) + 2)}个，占用面积约${String((n % 9) + 1)}平方米，行人只能绕行车行道。`;
  const built = buildD07({
    ...aD07Input({ number: `示例城管改字〔2024〕${String(n)}号`, facts }),
    photos: [{ print, original: print }],
  });
  if (!built.ok) throw new Error(built.error);
  const model = built.value;
  return { model, code: aSignedCode(codeContent(model, 0, aCodeContent().device)), photo };
}

/** A picture of 480×360 pixels, as heavy as a preview: coloured blocks, and bytes that a decoder passes over. */
function aPhoto(): Uint8Array {
  const picture = buildJpeg({
    columns: 60,
    rows: 45,
    colourAt: () => [...randomBytes(3)] as unknown as [number, number, number],
  });
  const filling = segment(0xfe, randomBytes(Math.max(0, PHOTO_BYTES - picture.length)));
  return concatBytes([picture.subarray(0, 2), filling, picture.subarray(2)]);
}
