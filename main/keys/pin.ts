import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

import { z } from 'zod';

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;

/** A PIN as it is kept: never the PIN itself. */
export const pinHash = z.strictObject({ salt: z.base64(), hash: z.base64() });
export type PinHash = z.infer<typeof pinHash>;

function derive(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, COST, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), hash: (await derive(pin, salt)).toString('base64') };
}

export async function isPin(pin: string, stored: PinHash): Promise<boolean> {
  const expected = Buffer.from(stored.hash, 'base64');
  const given = await derive(pin, Buffer.from(stored.salt, 'base64'));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
