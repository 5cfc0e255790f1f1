import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { p256PublicField, recoveryKeyIdField, type P256Public } from '#shared/access/recovery.ts';
import { instantField } from '#shared/events/fields.ts';

import { errnoOf, writeFileAtomically } from '../files/durable.ts';
import { createSerialQueue } from '../files/serialQueue.ts';
import { deriveKey, seal, unseal } from '../keys/seal.ts';

import { agree, keyIdOf, keyPair, type KeyPair } from './curve.ts';

const FILE = 'recovery.json';
const LABEL = 'recovery-wrap';

/** The bureau's recovery key as devices know it. */
export const knownRecoveryKey = z.strictObject({
  keyId: recoveryKeyIdField,
  madeAt: instantField,
  publicKey: p256PublicField,
});
/** See `knownRecoveryKey`. */
export type KnownRecoveryKey = z.infer<typeof knownRecoveryKey>;

const keptFile = z.strictObject({
  version: z.literal(1),
  key: knownRecoveryKey,
  /** The keys of journal and blobs, for whoever holds the recovery key's private half. */
  wrapped: z.strictObject({ ephemeral: p256PublicField, sealed: z.base64() }),
});
const wrappedKeys = z.strictObject({ device: z.uuid(), journal: z.base64(), blobs: z.base64() });

/** What an administrator gets out of a dead profile's key folder. */
export type ProfileKeys = { readonly device: string; readonly journal: Buffer; readonly blobs: Buffer };

/**
 * Keeps the bureau's public recovery key in the profile, so that exporting works without network and without IndexedDB,
 * and beside it the profile's journal and blob keys wrapped for it, so that a dead machine's journal can be read.
 */
export class RecoveryKeeper {
  readonly #folder: string;
  readonly #keys: ProfileKeys;
  readonly #queue = createSerialQueue();
  #known: KnownRecoveryKey | undefined;

  private constructor(folder: string, keys: ProfileKeys, known: KnownRecoveryKey | undefined) {
    this.#folder = folder;
    this.#keys = keys;
    this.#known = known;
  }

  /** `folder` is the profile's key folder. A damaged file counts as none: the next pull brings the key again. */
  static async open(folder: string, master: Uint8Array, device: string): Promise<RecoveryKeeper> {
    const keys = { device, journal: deriveKey(master, 'journal'), blobs: deriveKey(master, 'blobs') };
    return new RecoveryKeeper(folder, keys, (await readKept(folder))?.key);
  }

  /** Undefined until a pull brought the key. */
  get known(): KnownRecoveryKey | undefined {
    return this.#known;
  }

  /** Keeps a key and wraps the profile's keys for it; the one that is kept already changes nothing. Throws when it cannot be written or is no point of the curve. */
  keep(key: KnownRecoveryKey): Promise<void> {
    return this.#queue(async () => {
      if (keyIdOf(key.publicKey) !== key.keyId) throw new RangeError('the key has another id');
      if (this.#known?.keyId === key.keyId) return;
      const content = { version: 1, key, wrapped: wrap(key.publicKey, this.#keys) };
      await writeFileAtomically(join(this.#folder, FILE), JSON.stringify(content));
      this.#known = key;
    });
  }
}

async function readKept(folder: string): Promise<z.infer<typeof keptFile> | undefined> {
  try {
    return keptFile.safeParse(JSON.parse(await readFile(join(folder, FILE), 'utf8'))).data;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function wrap(recipient: P256Public, { device, journal, blobs }: ProfileKeys): z.infer<typeof keptFile>['wrapped'] {
  const ephemeral = keyPair();
  const key = agree(ephemeral.scalar, recipient, ephemeral.publicKey, recipient);
  const plain = { device, journal: journal.toString('base64'), blobs: blobs.toString('base64') };
  return {
    ephemeral: ephemeral.publicKey,
    sealed: seal(key, Buffer.from(JSON.stringify(plain)), LABEL).toString('base64'),
  };
}

/**
 * The keys of a profile whose key folder is given, opened with the recovery key. Undefined when the folder never learned
 * a recovery key, or learned another one.
 */
export async function unwrapProfileKeys(folder: string, pair: KeyPair): Promise<ProfileKeys | undefined> {
  const kept = await readKept(folder);
  if (kept?.key.keyId !== keyIdOf(pair.publicKey)) return undefined;
  const { ephemeral, sealed } = kept.wrapped;
  const key = agree(pair.scalar, ephemeral, ephemeral, pair.publicKey);
  const plain = unseal(key, Buffer.from(sealed, 'base64'), LABEL);
  if (plain === undefined) return undefined;
  const keys = wrappedKeys.safeParse(JSON.parse(plain.toString('utf8')));
  if (!keys.success) return undefined;
  const { device, journal, blobs } = keys.data;
  return { device, journal: Buffer.from(journal, 'base64'), blobs: Buffer.from(blobs, 'base64') };
}
