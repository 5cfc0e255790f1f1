import type { PhotoData } from '#shared/events/evidenceEvents.ts';
import { photoFlags } from '#shared/evidence/photoFlags.ts';

import type { KeyValueRow } from '../../components/KeyValue.tsx';
import type { PhotoInfo } from '../../queries/photoRows.ts';
import { showInstant } from '../format.ts';
import { photosText } from '../language/zh/photos.ts';
import { stateWords } from '../language/zh/states.ts';

const words = photosText.facts;
const HASH_SHOWN = 16;

/** A size as people read it. */
export function bytesText(bytes: number): string {
  return bytes < 1_000_000 ? `${String(Math.ceil(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function positionText({ position }: PhotoData): string {
  if (position === undefined) return words.noPosition;
  const degrees = (e7: number): string => (e7 / 10_000_000).toFixed(6);
  return words.coordinates(degrees(position.latE7), degrees(position.lonE7), position.crs);
}

function sizeText(data: PhotoData): string {
  const bytes = bytesText(data.bytes);
  if (data.widthPx === undefined || data.heightPx === undefined) return bytes;
  return words.dimensions(data.widthPx, data.heightPx, bytes);
}

/** Everything that is known of a photo, as evidence: when, where, by what, and whether its bytes are safe. */
export function factRows({ sha256, row, state }: PhotoInfo): readonly KeyValueRow[] {
  const stateText = state === undefined ? photosText.elsewhere : stateWords[state].text;
  const hash = { key: words.sha256, value: `${sha256.slice(0, HASH_SHOWN)}…` };
  if (row === undefined) return [{ key: words.state, value: stateText }, hash];
  const { data } = row;
  const flags = photoFlags(data).map((flag) => photosText.flags[flag]);
  return [
    { key: words.takenAt, value: data.takenAtLocal?.replace('T', ' ') ?? words.noTakenAt },
    { key: words.position, value: positionText(data) },
    ...(flags.length === 0 ? [] : [{ key: words.flags, value: flags.join('；') }]),
    { key: words.purpose, value: photosText.purposes[data.purpose] },
    ...(data.item === undefined ? [] : [{ key: words.item, value: data.item }]),
    { key: words.camera, value: data.camera },
    { key: words.size, value: sizeText(data) },
    { key: words.importedAt, value: showInstant(data.importedAt) },
    { key: words.state, value: stateText },
    hash,
  ];
}
