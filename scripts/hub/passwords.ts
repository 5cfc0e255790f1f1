import { createHash, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);
const ITERATIONS = 50_000;

/** A password as kept: PBKDF2, in the members that CouchDB uses. */
export type StoredPassword = {
  readonly password_scheme: 'pbkdf2';
  readonly pbkdf2_prf: 'sha256';
  readonly iterations: number;
  readonly salt: string;
  readonly derived_key: string;
};

export async function storePassword(password: string): Promise<StoredPassword> {
  const salt = randomBytes(16).toString('hex');
  const key = await derive(password, salt, ITERATIONS, 32, 'sha256');
  return {
    password_scheme: 'pbkdf2',
    pbkdf2_prf: 'sha256',
    iterations: ITERATIONS,
    salt,
    derived_key: key.toString('hex'),
  };
}

/** Checks passwords and remembers right ones for as long as the process lives: every request carries one. */
export class PasswordCheck {
  readonly #right = new Map<string, Promise<boolean>>();

  check(stored: StoredPassword, password: string): Promise<boolean> {
    const key = createHash('sha256').update(`${stored.derived_key}\0${password}`).digest('hex');
    const known = this.#right.get(key);
    if (known !== undefined) return known;
    const answer = isRight(stored, password);
    this.#right.set(key, answer);
    void answer.then((right) => {
      if (!right) this.#right.delete(key);
    });
    return answer;
  }
}

async function isRight(stored: StoredPassword, password: string): Promise<boolean> {
  const expected = Buffer.from(stored.derived_key, 'hex');
  return timingSafeEqual(await derive(password, stored.salt, stored.iterations, expected.length, 'sha256'), expected);
}
