import crypto, { type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

let isOn = false;

/**
 * Remembers what scrypt made of the same PIN and salt: the same answers, without a tenth of a second of work for each.
 * Long random histories would be nothing but PIN checks otherwise. For programs of their own, before any PIN is set.
 */
export function useCheapPins(): void {
  if (isOn) return;
  isOn = true;
  const real = crypto.scrypt;
  const known = new Map<string, Buffer>();
  const remembering = (
    password: string,
    salt: Buffer,
    length: number,
    options: ScryptOptions,
    done: (error: Error | null, key: Buffer) => void,
  ): void => {
    const name = `${password}|${salt.toString('base64')}|${String(length)}|${JSON.stringify(options)}`;
    const before = known.get(name);
    if (before !== undefined) {
      queueMicrotask(() => {
        done(null, before);
      });
      return;
    }
    real(password, salt, length, options, (error, key) => {
      if (error === null) known.set(name, key);
      done(error, key);
    });
  };
  Object.assign(crypto, { scrypt: remembering });
  syncBuiltinESMExports();
}
