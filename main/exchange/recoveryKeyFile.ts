import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

import { z } from 'zod';

import { p256PublicField, recoveryKeyIdField } from '#shared/access/recovery.ts';
import { instantField } from '#shared/events/fields.ts';

import { BundleError } from './bundleError.ts';
import { keyIdOf, keyPair, type KeyPair } from './curve.ts';

const FORMAT = 'xunzhi-recovery-key';
const VERSION = 1;
/** 128 MiB and about half a second for each try at the passphrase. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const MAX_MEMORY = 512 * 1024 * 1024;

const keyFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  keyId: recoveryKeyIdField,
  madeAt: instantField,
  publicKey: p256PublicField,
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    // Bounds keep a crafted file from eating memory.
    N: z
      .int()
      .min(2 ** 14)
      .max(2 ** 18),
    r: z.literal(8),
    p: z.literal(1),
    salt: z.base64(),
  }),
  cipher: z.strictObject({ name: z.literal('aes-256-gcm'), nonce: z.base64(), sealed: z.base64() }),
});
type KeyFile = z.infer<typeof keyFile>;

/** Shortest passphrase that a recovery key is made with. */
export const MIN_PASSPHRASE = 12;

/** The text of a file that keeps the recovery key's private half under a passphrase. */
export async function sealRecoveryKey(pair: KeyPair, passphrase: string, madeAt: string): Promise<string> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const head = {
    format: FORMAT,
    version: VERSION,
    keyId: keyIdOf(pair.publicKey),
    madeAt,
    publicKey: pair.publicKey,
  } as const;
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, COST.N), nonce);
  cipher.setAAD(Buffer.from(`${FORMAT}:${head.keyId}`));
  const sealed = Buffer.concat([cipher.update(pair.scalar), cipher.final(), cipher.getAuthTag()]);
  const content: KeyFile = {
    ...head,
    kdf: { name: 'scrypt', ...COST, salt: salt.toString('base64') },
    cipher: { name: 'aes-256-gcm', nonce: nonce.toString('base64'), sealed: sealed.toString('base64') },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** A key file before its passphrase is known. */
export type LockedKey = { readonly keyId: string; readonly madeAt: string; readonly content: KeyFile };

/** Reads a key file's text. Throws `BundleError`: `not_a_recovery_key`, `recovery_key_newer`. */
export function readRecoveryKey(text: string): LockedKey {
  const json = parsed(text);
  const version = z.looseObject({ format: z.literal(FORMAT), version: z.int() }).safeParse(json);
  if (version.success && version.data.version > VERSION) throw new BundleError('recovery_key_newer');
  const content = keyFile.safeParse(json);
  if (!content.success || keyIdOf(content.data.publicKey) !== content.data.keyId)
    throw new BundleError('not_a_recovery_key');
  return { keyId: content.data.keyId, madeAt: content.data.madeAt, content: content.data };
}

/** Opens a key file. Throws `BundleError`: `wrong_passphrase`; `not_a_recovery_key` when it holds another key's half. */
export async function unlockRecoveryKey({ keyId, content }: LockedKey, passphrase: string): Promise<KeyPair> {
  const { kdf, cipher } = content;
  const key = await derive(passphrase, Buffer.from(kdf.salt, 'base64'), kdf.N);
  const sealed = Buffer.from(cipher.sealed, 'base64');
  const scalar = open(key, Buffer.from(cipher.nonce, 'base64'), sealed, `${FORMAT}:${keyId}`);
  const pair = keyPair(scalar);
  if (keyIdOf(pair.publicKey) !== keyId) throw new BundleError('not_a_recovery_key');
  return pair;
}

function open(key: Buffer, nonce: Buffer, sealed: Buffer, label: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAAD(Buffer.from(label));
    decipher.setAuthTag(sealed.subarray(sealed.length - 16));
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - 16)), decipher.final()]);
  } catch {
    throw new BundleError('wrong_passphrase');
  }
}

function derive(passphrase: string, salt: Buffer, N: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same words may be typed composed or decomposed.
    scrypt(passphrase.normalize('NFC'), salt, 32, { N, r: COST.r, p: COST.p, maxmem: MAX_MEMORY }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
