import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { uuidv7 } from '#shared/kernel/uuid.ts';

/**
 * Randomness by purpose. With a seed (unpackaged builds only) each purpose has its own repeatable sequence, so that
 * background work never shifts the ids that a person's commands draw.
 */
export class WorkerRandom {
  readonly #seed: string | null;
  readonly #drawn = new Map<string, number>();

  constructor(seed: string | null) {
    this.#seed = seed;
  }

  /** 16 random bytes for a purpose. */
  bytes(purpose: string): Uint8Array {
    if (this.#seed === null) return crypto.getRandomValues(new Uint8Array(16));
    const count = this.#drawn.get(purpose) ?? 0;
    this.#drawn.set(purpose, count + 1);
    return sha256(utf8ToBytes(`${this.#seed}|${purpose}|${String(count)}`)).slice(0, 16);
  }

  /** A new UUID version 7 of the given time. */
  uuid(purpose: string, atMs: number): string {
    return uuidv7(atMs, this.bytes(purpose));
  }

  /** 32 hex digits, for nonces. */
  nonce(purpose: string): string {
    return bytesToHex(this.bytes(purpose));
  }
}
