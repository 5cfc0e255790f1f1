import crypto, { type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

let isOn = false;

/**
 * Remembers what scrypt made of the same PIN, whatever the salt: one answer for all devices, without a tenth of a second of
 * work for each. Long random histories would be nothing but PIN checks otherwise. A wrong PIN is still a wrong one. For
 * programs of their own, before any PIN is set.
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
    const name = `${password}|${String(length)}|${JSON.stringify(options)}`;
    const before = known.get(name);
    if (before !== undefined) {
      queueMicrotask(() => {
        done(null, before);
      });
      return;
    }
    real(password, salt, length, options, (error, key) => {
      // Two devices may ask for it at once, each with a salt of its own: the first answer is everybody's.
      const first = known.get(name) ?? key;
      if (error === null) known.set(name, first);
      done(error, first);
    });
  };
  Object.assign(crypto, { scrypt: remembering });
  syncBuiltinESMExports();
}
