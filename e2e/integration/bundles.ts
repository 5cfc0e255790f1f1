import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { keepPhoto } from '#renderer/data/commands/photoCommands.ts';
import type { ImportResult } from '#renderer/data/exchange/results.ts';
import type { BundlePreview } from '#renderer/data/exchange/results.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import { DEMO_RECOVERY_FILE, DEMO_RECOVERY_PASSPHRASE } from '../../scripts/server-setup/demoRecovery.ts';

import type { TestWorker } from './aWorker.ts';
import { anInspection } from './world.ts';

let files = 0;

/** Exports a device's un-synced work as its screen does and answers the file. */
export async function exportFrom(worker: TestWorker): Promise<string> {
  const path = join(worker.folder, `${String((files += 1))}.xzbundle`);
  const states = await worker.do('bundle.states', {});
  await worker.desk.exportTo(path, new Map(Object.entries(states)));
  return path;
}

/** Opens a file on a device as a person with the demo's recovery key does. */
export async function openOn(worker: TestWorker, path: string): Promise<BundlePreview> {
  await worker.desk.pickBundle(path);
  await worker.desk.pickKey(DEMO_RECOVERY_FILE);
  const { id } = await worker.desk.open(DEMO_RECOVERY_PASSPHRASE);
  return worker.do('bundle.preview', { bundle: id });
}

export async function importOn(worker: TestWorker, path: string): Promise<ImportResult> {
  const { bundle } = await openOn(worker, path);
  return worker.do('bundle.import', { bundle });
}

/** An inspection with one photo of its own bytes. */
export async function inspectWithPhoto(worker: TestWorker, siteId: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text.repeat(50_000));
  const sha256 = sha256Hex(bytes);
  const data = {
    sha256,
    name: '示例.jpg',
    bytes: bytes.length,
    mime: 'image/jpeg' as const,
    condition: 'ok' as const,
    importedAt: worker.ctx.clock.nowIso(),
  };
  await keepPhoto(worker.ctx, worker.ctx.session.profile?.user ?? '', {
    original: new Blob([bytes], { type: 'image/jpeg' }),
    data,
  });
  const draft = (await worker.do('draft.newId', {})).id;
  const photos = [{ sha256, purpose: 'scene' as const }];
  await worker.do('inspection.submit', { draft, content: anInspection(worker, siteId), photos });
  return sha256;
}

/** What waits on a device and how, in the three places that keep it. */
export async function unsettled(worker: TestWorker): Promise<unknown> {
  const { db, port } = worker.ctx;
  const { entries } = await port.call('journal.read', {});
  const blobs = (await db.blobs.toArray()).filter(({ state }) => state !== 'server');
  return {
    outbox: (await db.outbox.toArray()).map(({ id, db: database, by, state, reason }) => ({
      id,
      database,
      by,
      state,
      reason,
    })),
    journal: entries.flatMap((entry) => (entry.kind === 'event' ? [entry.key] : [])).sort(),
    blobs: await Promise.all(
      blobs.map(async ({ key, db: database, by, state, bytes }) => ({
        ...{ key, database, by, state, bytes },
        sha256: sha256Hex(new Uint8Array(await (await db.bodies.get(key))!.blob.arrayBuffer())),
      })),
    ),
    files: (await port.call('blob.list', {})).blobs,
  };
}

/** Every event of a device as folds see it. */
export async function allEvents(worker: TestWorker): Promise<string[]> {
  return worker.ctx.db.events.toCollection().primaryKeys();
}

/** The bytes of a file, to be changed by a test. */
export function bytesOf(path: string): Buffer {
  return readFileSync(path);
}
