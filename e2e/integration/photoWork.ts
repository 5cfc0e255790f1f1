import { createHash, randomBytes } from 'node:crypto';

import { keepPhoto } from '#renderer/data/commands/photoCommands.ts';
import type { BlobRow } from '#renderer/data/tables.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import type { TestWorker } from './aWorker.ts';
import type { OnTheLine } from './line.ts';
import { ask } from './records.ts';
import { anInspection, CASES, registerShop } from './world.ts';

/** The database of the photos that the tests take. */
export const EVIDENCE = CASES.replace('case-', 'evidence-');

/** Takes in photos of these sizes with their thumbnails, as the import leaves them; answers their hashes. */
export async function importPhotos(worker: TestWorker, sizes: readonly number[]): Promise<string[]> {
  const hashes: string[] = [];
  for (const size of sizes) {
    const [bytes, small] = [randomBytes(size), randomBytes(300)];
    const data = {
      sha256: sha256(bytes),
      name: `${String(hashes.length)}.jpg`,
      bytes: size,
      mime: 'image/jpeg',
      condition: 'ok',
      importedAt: worker.ctx.clock.nowIso(),
      thumb: { sha256: sha256(small), bytes: small.length, widthPx: 48, heightPx: 36 },
    } as const;
    const thumb = new Blob([small], { type: 'image/jpeg' });
    await keepPhoto(worker.ctx, worker.ctx.session.profile?.user ?? 'chen.wei', {
      original: new Blob([bytes], { type: 'image/jpeg' }),
      thumb,
      data,
    });
    hashes.push(data.sha256);
  }
  return hashes;
}

/** Submits an inspection with photos of these sizes: from then on they wait for the server. */
export async function submitPhotos(worker: TestWorker, sizes: readonly number[]): Promise<string[]> {
  const siteId = await registerShop(worker);
  const photos = await importPhotos(worker, sizes);
  const { id } = await worker.do('draft.newId', {});
  await worker.do('inspection.submit', {
    draft: id,
    content: anInspection(worker, siteId),
    photos: photos.map((photo) => ({ sha256: photo, purpose: 'scene' as const })),
  });
  return photos;
}

/** Whether a request sends a photo, thumbnail or document. */
export function isUpload({ method, path }: Pick<OnTheLine, 'method' | 'path'>): boolean {
  return method === 'PUT' && path.startsWith(`/${EVIDENCE}/`);
}

/** The keys of the files that were sent over the line, in order; one that was sent twice stands there twice. */
export function uploads(worker: TestWorker): string[] {
  return worker.line.asked.filter(isUpload).map(({ path }) => decodeURIComponent(path.slice(EVIDENCE.length + 2)));
}

/** The rows of photos and documents by state. */
export async function rowsIn(worker: TestWorker, state: BlobRow['state']): Promise<BlobRow[]> {
  return worker.ctx.db.blobs.where('state').equals(state).toArray();
}

/** What is left of undelivered photos outside the store: notes of the journal and files beside it. */
export async function leftBehind(worker: TestWorker): Promise<{ readonly notes: string[]; readonly files: string[] }> {
  const { entries } = await worker.ctx.port.call('journal.read', {});
  const notes = entries.map(({ key }) => key).filter((key) => /^(?:blob|photo):/.test(key));
  const { blobs } = await worker.ctx.port.call('blob.list', {});
  return { notes, files: blobs.map(({ key }) => key) };
}

/** Photos on the server with the number of the revision: what was written once has 1. */
export async function onServer(hub: Hub): Promise<ReadonlyMap<string, number>> {
  const { rows } = (await ask(hub, 'GET', `/${EVIDENCE}/_all_docs`)) as {
    rows: { id: string; value: { rev: string } }[];
  };
  const photos = rows.filter(({ id }) => !id.startsWith('_'));
  return new Map(photos.map(({ id, value }) => [id, Number.parseInt(value.rev, 10)]));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
