import type { BlobRow } from '../tables.ts';

/** Thumbnails first, so that others see something soon; then documents, then originals; smallest first. */
export function byLane(a: BlobRow, b: BlobRow): number {
  return rank(a) - rank(b) || a.bytes - b.bytes || (a.key < b.key ? -1 : 1);
}

function rank({ key }: BlobRow): number {
  if (key.startsWith('thumb:')) return 0;
  return key.startsWith('doc:') ? 1 : 2;
}
