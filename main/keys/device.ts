import { createECDH, createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { p256 } from '@noble/curves/nist.js';
import { z } from 'zod';

import { errnoOf, writeFileAtomically } from '../files/durable.ts';

import { LostKeyError } from './keyStore.ts';
import { deriveKey, seal, unseal } from './seal.ts';

export type DevicePublicKey = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };

/** One profile folder with its own signing key. */
export type Device = {
  readonly id: string;
  readonly publicKey: DevicePublicKey;
  /**
   * ECDSA P-256 with SHA-256 over the UTF-8 text, base64 of the IEEE P1363 form (64 bytes). Deterministic (RFC 6979): a
   * document can be made again byte for byte.
   */
  readonly sign: (text: string) => string;
};

const LABEL = 'device';
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const storedDevice = z.strictObject({ id: z.uuid(), d: z.string().regex(/^[0-9a-f]{64}$/) });
type StoredDevice = z.infer<typeof storedDevice>;

/** Opens or makes the device of a profile. A seed makes the same device every time: tests and demos only. */
export async function openDevice(folder: string, master: Uint8Array, seed: string | null): Promise<Device> {
  const path = join(folder, 'device.bin');
  const key = deriveKey(master, 'device');
  const sealed = await readFile(path).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (sealed) {
    const plain = unseal(key, sealed, LABEL);
    if (plain === undefined) throw new LostKeyError();
    return asDevice(storedDevice.parse(JSON.parse(plain.toString('utf8'))));
  }
  const made = seed === null ? makeDevice() : seededDevice(seed);
  await writeFileAtomically(path, seal(key, Buffer.from(JSON.stringify(made)), LABEL));
  return asDevice(made);
}

function makeDevice(): StoredDevice {
  const curve = createECDH('prime256v1');
  curve.generateKeys();
  return { id: randomUUID(), d: curve.getPrivateKey('hex').padStart(64, '0') };
}

function seededDevice(seed: string): StoredDevice {
  const digest = (what: string): string => createHash('sha256').update(`${what}:${seed}`).digest('hex');
  const id = digest('device-id');
  const uuid = `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20, 32)}`;
  const scalar = (BigInt(`0x${digest('device-key')}`) % (P256_ORDER - 1n)) + 1n;
  return { id: uuid, d: scalar.toString(16).padStart(64, '0') };
}

function asDevice({ id, d }: StoredDevice): Device {
  const secret = Buffer.from(d, 'hex');
  const publicKey = publicKeyOf(d);
  return {
    id,
    publicKey,
    sign: (text) => Buffer.from(p256.sign(Buffer.from(text), secret, { lowS: false })).toString('base64'),
  };
}

function publicKeyOf(d: string): DevicePublicKey {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(d, 'hex');
  const point = curve.getPublicKey(null, 'uncompressed');
  return {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
}
