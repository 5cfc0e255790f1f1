import { photosOf } from '#shared/case/apply.ts';
import type { CaseEvent } from '#shared/case/caseEvent.ts';
import { documentFile, photoFile } from '#shared/documents/dossier/manifest.ts';
import type { ZipFile } from '#shared/documents/dossier/zip.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import type { CommandError } from '../protocol.ts';

/** A file as it was kept, that goes into a dossier: where it stands here and there, and how people call it. */
export type Original = {
  readonly key: string;
  readonly sha256: string;
  readonly name: string;
  readonly called: string;
  readonly bytes: number;
};

/** Dossiers are put together in memory: 1 GiB. */
const MOST_BYTES = 1024 ** 3;

/** The kept PDFs of every document that was ever issued in the case, also of those that were voided since. */
export function keptDocuments(events: readonly CaseEvent[]): readonly Original[] {
  return events.flatMap((event): Original[] => {
    if (event.type !== 'document.issued' || event.data.pdf === undefined) return [];
    const { kind, number, pdf } = event.data;
    const { sha256, bytes } = pdf;
    const called = `${DOCUMENT_TITLES[kind]} ${number}`;
    return [{ key: `doc:${sha256}`, sha256, name: documentFile(kind, sha256), called, bytes }];
  });
}

/** The original photos that records of the case name. */
export async function keptPhotos(ctx: Context, events: readonly CaseEvent[]): Promise<readonly Original[]> {
  const hashes = new Set(events.flatMap((event) => photosOf(event)));
  return Promise.all(
    [...hashes].map(async (sha256): Promise<Original> => {
      const photo = await ctx.db.photos.where('sha256').equals(sha256).first();
      const { name = sha256.slice(0, 8), mime = 'image/jpeg', bytes = 0 } = photo?.data ?? {};
      return { key: `photo:${sha256}`, sha256, name: photoFile(sha256, mime), called: `照片 ${name}`, bytes };
    }),
  );
}

/**
 * Reads originals, from here or from the server, and holds each against its hash. `told` hears of each. Refused, with the
 * name of the first: `dossier_piece_missing`, `dossier_piece_altered`; `dossier_too_large`.
 */
export async function readOriginals(
  ctx: Context,
  stream: string,
  originals: readonly Original[],
  told: (done: number) => Promise<void>,
): Promise<Result<ReadonlyMap<string, ZipFile>, CommandError>> {
  if (originals.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) return err({ code: 'dossier_too_large' });
  const files = new Map<string, ZipFile>();
  for (const { key, sha256, name, called } of originals) {
    await told(files.size);
    const loaded = await ctx.loads.ask(key, stream).catch(() => undefined); // no server in reach, or nobody knows it
    if (loaded?.ok !== true) return err({ code: 'dossier_piece_missing', subject: called });
    const bytes = new Uint8Array(await loaded.value.blob.arrayBuffer());
    if (sha256Hex(bytes) !== sha256) return err({ code: 'dossier_piece_altered', subject: called });
    files.set(sha256, { name, bytes });
  }
  return ok(files);
}
