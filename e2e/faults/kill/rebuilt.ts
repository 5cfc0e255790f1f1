import type { RescueReport } from '#renderer/data/client.ts';
import type { BlobRow, PhotoRow } from '#renderer/data/tables.ts';

import { readRows } from '../../fixtures/store.ts';
import { command, dataWorkerOf } from '../../fixtures/workerCommands.ts';
import type { SignedIn } from '../../fixtures/world.ts';

/** When the app last said that it had to rebuild its store; Chromium empties IndexedDB when it cannot read it after a kill. */
export async function rebuiltAt({ page }: SignedIn): Promise<string | undefined> {
  const meta = await readRows<{ readonly key: string; readonly value: unknown }>(page, 'meta');
  const row = meta.find(({ key }) => key === 'rescue');
  return (row?.value as RescueReport | undefined)?.at;
}

/** As the app promises after that: what the server has comes back by itself, and a photo when somebody opens it. */
export async function bringBack({ page, shell }: SignedIn): Promise<void> {
  await shell.isInSync();
  const worker = await dataWorkerOf(page);
  const here = new Set((await readRows<BlobRow>(page, 'blobs')).map(({ key }) => key));
  for (const { sha256, stream } of await readRows<PhotoRow>(page, 'photos')) {
    const key = `photo:${sha256}`;
    if (here.has(key) || !/^(inspection|case):/.test(stream)) continue;
    await command(worker, 'photo.load', { key, stream });
    here.add(key);
  }
}
