import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { signText, type KeyPair } from '#main/exchange/curve.ts';
import { unsyncedOf, writeBundle, type Written } from '#main/exchange/exportBundle.ts';
import { unwrapProfileKeys } from '#main/exchange/recoveryKeeper.ts';
import { BlobStore } from '#main/journal/blobStore.ts';
import { Journal } from '#main/journal/journal.ts';

/** What to recover, and into which file. `setAside`: the suffix of folders that the app set aside (`.lost-…`), or ''. */
export type RecoverOrder = {
  readonly profile: string;
  readonly setAside: string;
  readonly out: string;
  readonly pair: KeyPair;
  readonly madeAt: string;
};

/** What became of it. `damaged`: journal frames that could not be read. */
export type Recovered = Written & { readonly device: string; readonly damaged: number };

/** The profile's keys are not wrapped for this recovery key: it never synced with the bureau, or with another one. */
export class NotWrappedError extends Error {
  constructor(profile: string) {
    super(`${profile} does not hold its keys wrapped for this recovery key`);
    this.name = 'NotWrappedError';
  }
}

/**
 * Turns what a dead machine's profile did not bring to the server into a bundle, signed by the recovery key in place of
 * the device. The profile is only read. Throws `NotWrappedError`, and `BundleError` (`nothing_to_export`, `write_failed`).
 */
export async function recoverProfile({ profile, setAside, out, pair, madeAt }: RecoverOrder): Promise<Recovered> {
  const keys = await unwrapProfileKeys(join(profile, `keys${setAside}`), pair);
  if (keys === undefined) throw new NotWrappedError(profile);
  const { entries, damaged } = await readJournal(join(profile, `journal${setAside}`), keys.journal);
  const blobs = BlobStore.toRead(join(profile, `blobs${setAside}`), keys.blobs);
  const unsynced = unsyncedOf(entries, await blobs.list(), keys.device, new Map());
  const written = await writeBundle(out, unsynced, blobs, {
    app: 'recover',
    device: keys.device,
    publicKey: pair.publicKey,
    signer: 'recovery',
    sign: (text) => signText(pair, text),
    recipient: pair.publicKey,
    madeAt,
  });
  return { ...written, device: keys.device, damaged };
}

/** From a copy: opening a journal cuts a torn tail off, and a dead machine's files stay as they were found. */
async function readJournal(folder: string, key: Uint8Array): Promise<Awaited<ReturnType<Journal['read']>>> {
  const copy = await mkdtemp(join(tmpdir(), 'xunzhi-recover-'));
  try {
    await copyFile(join(folder, 'journal.bin'), join(copy, 'journal.bin'));
    const journal = await Journal.open(copy, key, 0);
    try {
      return await journal.read();
    } finally {
      await journal.close();
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
