import { loadView, type IncludeTagsOptions } from 'exifreader';

import { normaliseExif, type ExifFields, type RawExif } from '#shared/evidence/exif.ts';

type Tag = { readonly value?: unknown; readonly computed?: unknown };

/** Reading stops at the tags below: no previews, maker notes, colour profiles or XMP of files from anyone. */
const WANTED: IncludeTagsOptions = {
  exif: [
    'DateTimeOriginal',
    'DateTimeDigitized',
    'OffsetTimeOriginal',
    'OffsetTimeDigitized',
    'Orientation',
    'Make',
    'Model',
    'Software',
    'GPSHPositioningError',
  ],
  gps: true,
};

/**
 * The EXIF of an image as an event may carry it; empty when there is none or it is broken, which says nothing about
 * the picture. Never throws.
 */
export function readExif(bytes: Uint8Array): ExifFields {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { exif, gps } = loadView(view, { expanded: true, computed: true, includeTags: WANTED });
    return normaliseExif(rawExif((exif ?? {}) as Readonly<Record<string, Tag | undefined>>, gps ?? {}));
  } catch {
    return {};
  }
}

function rawExif(
  tags: Readonly<Record<string, Tag | undefined>>,
  gps: { readonly Latitude?: number; readonly Longitude?: number },
): RawExif {
  // Both times tell when the picture was made; ModifyDate does not, so it is never taken.
  const original = text(tags['DateTimeOriginal']);
  return {
    takenAt: original ?? text(tags['DateTimeDigitized']),
    offset: text(tags[original === undefined ? 'OffsetTimeDigitized' : 'OffsetTimeOriginal']),
    latitude: gps.Latitude,
    longitude: gps.Longitude,
    errorM: tags['GPSHPositioningError']?.computed,
    orientation: tags['Orientation']?.value,
    make: text(tags['Make']),
    model: text(tags['Model']),
    software: text(tags['Software']),
  };
}

/** EXIF texts come as lists with one entry. */
function text(tag: Tag | undefined): unknown {
  return Array.isArray(tag?.value) ? tag.value[0] : tag?.value;
}
