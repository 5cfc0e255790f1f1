import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { readSettings, writeSettings } from '#main/files/settings.ts';
import { BlobStore } from '#main/journal/blobStore.ts';
import { Journal } from '#main/journal/journal.ts';
import { openDevice } from '#main/keys/device.ts';
import { openMasterKey } from '#main/keys/keyStore.ts';
import { deriveKey } from '#main/keys/seal.ts';
import { Vault } from '#main/keys/vault.ts';

import type { SeededRandom } from '../../fixtures/random.ts';

/** What main keeps of a profile, opened as the app does. */
export type Kept = {
  readonly journal: Journal;
  readonly blobs: BlobStore;
  readonly vault: Vault;
  readonly device: string;
};

/** Opens everything that main keeps. */
export async function openKept(profile: string): Promise<Kept> {
  const keys = join(profile, 'keys');
  const master = await openMasterKey(keys, undefined);
  return {
    device: (await openDevice(keys, master.key, null)).id,
    vault: await Vault.open(keys, master.key, () => 0),
    journal: await Journal.open(join(profile, 'journal'), deriveKey(master.key, 'journal'), 0),
    blobs: await BlobStore.open(join(profile, 'blobs'), deriveKey(master.key, 'blobs')),
  };
}

/** Bytes of a photo by its number; the same number gives the same bytes. */
function photoBytes(n: number): Buffer {
  return Buffer.alloc(3000 + n, `photo ${String(n)} `);
}

/**
 * Works as a device does, one promise after the other: records, drafts that replace each other until the journal is written
 * anew, records the server has or that were taken back, photos, a password, the server's address. `acknowledge` is called after each.
 */
export async function work(
  profile: string,
  runs: number,
  random: SeededRandom,
  acknowledge: (what: string) => void,
): Promise<void> {
  const { journal, blobs, vault, device } = await openKept(profile);
  acknowledge(`device ${device}`);
  const check = (result: { readonly ok: boolean }): void => {
    if (!result.ok) throw new Error(`not saved: ${JSON.stringify(result)}`);
  };
  for (let n = 0; n < runs; n += 1) {
    check(await journal.append([{ kind: 'event', key: `e${String(n)}`, db: 'db', body: { n, text: random.hex() } }]));
    acknowledge(`event e${String(n)}`);
    const text = random.hex().repeat(n % 4 === 3 ? 6000 : 20);
    check(await journal.append([{ kind: 'draft', key: 'form', body: { n, text } }]));
    acknowledge(`draft ${String(n)}`);
    const bytes = photoBytes(n);
    check(await blobs.write(`photo:${String(n)}`, 0, bytes.subarray(0, 2000), false));
    check(await blobs.write(`photo:${String(n)}`, 2000, bytes.subarray(2000), true));
    acknowledge(`blob ${String(n)} ${createHash('sha256').update(bytes).digest('hex')}`);
    check(await vault.store('chen.wei', `password ${String(n)}`, {}));
    acknowledge(`vault ${String(n)}`);
    await writeSettings(profile, { server: `https://server-${String(n)}`, caFile: null, proxy: null });
    acknowledge(`settings ${String(n)}`);
    if (n % 3 === 2) check(await journal.drop([{ kind: 'event', key: `e${String(n - 2)}` }]));
    if (n % 3 === 2) acknowledge(`drop e${String(n - 2)}`);
    if (n % 3 === 2) check(await journal.settle([`e${String(n - 1)}`], n));
    if (n % 3 === 2) acknowledge(`settle e${String(n - 1)}`);
  }
  await journal.close();
}

/** What a disk lacks of the promises; newer values than promised are no lack. */
export async function lacks(profile: string, promised: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  const { journal, blobs, vault, device } = await openKept(profile);
  const { entries } = await journal.read();
  const settled = new Set((await journal.settled()).map(({ key }) => key));
  const keys = new Set([...entries.map(({ key }) => key), ...settled]);
  const dropped = new Set(promised.filter((one) => one.startsWith('drop ')).map((one) => one.slice(5)));
  const last = (kind: string): number =>
    Math.max(
      -1,
      ...promised.filter((one) => one.startsWith(`${kind} `)).map((one) => Number(one.split(' ')[1]?.replace('e', ''))),
    );
  for (const one of promised) {
    const [kind = '', key = '', sha256] = one.split(' ');
    // The very next step may be that the record is dropped, which is then on its way to the disk.
    if (kind === 'event' && !keys.has(key) && !dropped.has(key) && !mayBeDropped(key, last('event'))) missing.push(one);
    if (kind === 'settle' && !settled.has(key)) missing.push(one);
    if (kind === 'device' && key !== device) missing.push(one);
    if (kind === 'blob' && (await shaOf(blobs, `photo:${key}`)) !== sha256) missing.push(one);
  }
  const draft = entries.find(({ key }) => key === 'form')?.body as { readonly n: number } | undefined;
  if ((draft?.n ?? -1) < last('draft')) missing.push(`draft ${String(last('draft'))}`);
  if (last('vault') >= 0 && (await vault.list()).users.length !== 1) missing.push('vault');
  const { server } = await readSettings(profile);
  if (Number(server?.split('-')[1] ?? -1) < last('settings')) missing.push(`settings ${String(last('settings'))}`);
  await journal.close();
  return missing;
}

function mayBeDropped(key: string, lastEvent: number): boolean {
  return lastEvent % 3 === 2 && Number(key.slice(1)) === lastEvent - 2;
}

async function shaOf(blobs: BlobStore, key: string): Promise<string | undefined> {
  const read = await blobs.read(key, 0);
  return read.ok ? createHash('sha256').update(read.value.bytes).digest('hex') : undefined;
}
