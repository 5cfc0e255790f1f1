import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import type { PortOutput } from '#shared/bridge/port.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { errnoOf, writeFileAtomically } from '../files/durable.ts';
import { createSerialQueue } from '../files/serialQueue.ts';

import { afterWrong, attempts, blockedUntil, NO_ATTEMPTS, triesLeft } from './attempts.ts';
import { LostKeyError } from './keyStore.ts';
import { hashPin, isPin, pinHash } from './pin.ts';
import { deriveKey, seal, unseal } from './seal.ts';

const LABEL = 'vault';
const account = z.strictObject({ password: z.string(), profile: z.unknown(), pin: pinHash.optional(), attempts });
const vaultContent = z.record(z.string(), account);
type Account = z.infer<typeof account>;

export type VaultFailure = { readonly code: 'write_failed' | 'no_user'; readonly detail?: string };
type Saved = Result<undefined, VaultFailure>;
type Verified = PortOutput<'vault.verifyPin'>;
type Unlocked = PortOutput<'vault.unlock'>;

/** Passwords of the people who signed in on this machine, and the PINs that release them. Calls run one at a time. */
export class Vault {
  readonly #path: string;
  readonly #key: Buffer;
  readonly #now: () => number;
  readonly #queue = createSerialQueue();
  #accounts: ReadonlyMap<string, Account>;

  private constructor(path: string, key: Buffer, now: () => number, accounts: ReadonlyMap<string, Account>) {
    this.#path = path;
    this.#key = key;
    this.#now = now;
    this.#accounts = accounts;
  }

  static async open(folder: string, master: Uint8Array, now: () => number): Promise<Vault> {
    const path = join(folder, 'vault.bin');
    const key = deriveKey(master, 'vault');
    const sealed = await readFile(path).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (sealed === undefined) return new Vault(path, key, now, new Map());
    const plain = unseal(key, sealed, LABEL);
    if (plain === undefined) throw new LostKeyError();
    const accounts = vaultContent.parse(JSON.parse(plain.toString('utf8')));
    return new Vault(path, key, now, new Map(Object.entries(accounts)));
  }

  /** Called after the server took the password: that also ends a block of the PIN. */
  store(user: string, password: string, profile: unknown): Promise<Saved> {
    return this.#queue(() =>
      this.#put(user, { ...this.#accounts.get(user), password, profile, attempts: NO_ATTEMPTS }),
    );
  }

  list(): Promise<PortOutput<'vault.list'>> {
    return this.#queue(() =>
      Promise.resolve({
        users: [...this.#accounts].map(([user, { pin, profile }]) => ({ user, hasPin: pin !== undefined, profile })),
      }),
    );
  }

  setPin(user: string, pin: string): Promise<Saved> {
    return this.#queue(async () => {
      const known = this.#accounts.get(user);
      if (known === undefined) return err({ code: 'no_user' });
      return this.#put(user, { ...known, pin: await hashPin(pin), attempts: NO_ATTEMPTS });
    });
  }

  verifyPin(user: string, pin: string): Promise<Result<Verified, VaultFailure>> {
    return this.#queue(() => this.#check(user, pin));
  }

  unlock(user: string, pin: string): Promise<Result<Unlocked, VaultFailure>> {
    return this.#queue(async () => {
      const checked = await this.#check(user, pin);
      if (!checked.ok || checked.value.is !== 'right') return checked as Result<Unlocked, VaultFailure>;
      const known = this.#accounts.get(user);
      if (known === undefined) return ok({ is: 'none' });
      return ok({ is: 'right', password: known.password, profile: known.profile });
    });
  }

  async #check(user: string, pin: string): Promise<Result<Verified, VaultFailure>> {
    const known = this.#accounts.get(user);
    if (known?.pin === undefined) return ok({ is: 'none' });
    const now = this.#now();
    const untilMs = blockedUntil(known.attempts, now);
    if (untilMs !== undefined) return ok({ is: 'blocked', untilMs });
    // Counted as wrong on the disk before it is tried, so that killing the app cannot buy another try.
    const counted = { ...known, attempts: afterWrong(known.attempts, now) };
    const saved = await this.#put(user, counted);
    if (!saved.ok) return saved;
    if (await isPin(pin, known.pin)) {
      const reset = await this.#put(user, { ...known, attempts: NO_ATTEMPTS });
      return reset.ok ? ok({ is: 'right' }) : reset;
    }
    const until = blockedUntil(counted.attempts, now);
    return ok(
      until === undefined ? { is: 'wrong', left: triesLeft(counted.attempts) } : { is: 'blocked', untilMs: until },
    );
  }

  async #put(user: string, value: Account): Promise<Saved> {
    const next = new Map(this.#accounts).set(user, value);
    const plain = Buffer.from(JSON.stringify(Object.fromEntries(next)));
    try {
      await writeFileAtomically(this.#path, seal(this.#key, plain, LABEL));
    } catch (error) {
      return err({ code: 'write_failed', detail: errnoOf(error) });
    }
    this.#accounts = next;
    return ok(undefined);
  }
}
