import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { errnoOf, makeFolder, writeFileAtomically } from '../files/durable.ts';

/** Where the master key is kept: wrapped by the system's key store, or in a file only its owner may read. */
export type KeyStorage = 'safe_storage' | 'key_file';

/** The system's key store. `unwrap` throws or answers undefined when the store does not have the key any more. */
export type KeyWrapper = {
  readonly wrap: (key: Buffer) => Buffer;
  readonly unwrap: (wrapped: Buffer) => Buffer | undefined;
};

export type MasterKey = { readonly key: Buffer; readonly storage: KeyStorage };

/** There is a key file that nothing here can open: whoever starts must decide, nothing is overwritten. */
export class LostKeyError extends Error {
  constructor() {
    super('the master key cannot be opened');
    this.name = 'LostKeyError';
  }
}

const KEY_BYTES = 32;
const keyFile = z.strictObject({
  version: z.literal(1),
  storage: z.enum(['safe_storage', 'key_file']),
  key: z.base64(),
});

/**
 * The profile's master key, made at the first start. A wrapper that is missing or fails its round trip is not used:
 * without a keyring the system encrypts what it then cannot decrypt.
 */
export async function openMasterKey(folder: string, wrapper: KeyWrapper | undefined): Promise<MasterKey> {
  await makeFolder(folder);
  const path = join(folder, 'master.json');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) return openKeyFile(text, wrapper);
  const key = randomBytes(KEY_BYTES);
  const wrapped = wrapper && wrapChecked(wrapper, key);
  const storage = wrapped ? 'safe_storage' : 'key_file';
  const content = { version: 1, storage, key: (wrapped ?? key).toString('base64') };
  await writeFileAtomically(path, JSON.stringify(content));
  return { key, storage };
}

function openKeyFile(text: string, wrapper: KeyWrapper | undefined): MasterKey {
  const stored = keyFile.safeParse(parseJson(text)).data;
  if (stored === undefined) throw new LostKeyError();
  const bytes = Buffer.from(stored.key, 'base64');
  const key = stored.storage === 'key_file' ? bytes : unwrapOrNothing(wrapper, bytes);
  if (key?.length !== KEY_BYTES) throw new LostKeyError();
  return { key, storage: stored.storage };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function wrapChecked(wrapper: KeyWrapper, key: Buffer): Buffer | undefined {
  try {
    const wrapped = wrapper.wrap(key);
    return wrapper.unwrap(wrapped)?.equals(key) ? wrapped : undefined;
  } catch {
    return undefined;
  }
}

function unwrapOrNothing(wrapper: KeyWrapper | undefined, wrapped: Buffer): Buffer | undefined {
  try {
    return wrapper?.unwrap(wrapped);
  } catch {
    return undefined;
  }
}
