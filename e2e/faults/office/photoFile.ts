import { createHash } from 'node:crypto';

/**
 * A file that says it is HEIC, which Node cannot decode as no engine without a licence can: the app keeps such photos
 * unseen. Its bytes follow from its name, so that no two are the same.
 */
export function aPhotoFile(name: string, bytes = 900): Blob {
  const head = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  const parts: Buffer[] = [head];
  for (let size = 0, turn = 0; size < bytes; size += 32, turn += 1)
    parts.push(
      createHash('sha256')
        .update(`${name}|${String(turn)}`)
        .digest(),
    );
  return new Blob([Buffer.concat(parts)]);
}
