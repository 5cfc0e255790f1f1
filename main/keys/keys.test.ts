import { chmod, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { openDevice } from './device.ts';
import { LostKeyError, openMasterKey, type KeyWrapper } from './keyStore.ts';
import { deriveKey, seal, unseal } from './seal.ts';

const MASTER = Buffer.alloc(32, 1);
const MASK = 0x5a;
const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ MASK));
const working: KeyWrapper = { wrap: turn, unwrap: turn };
const forgetful: KeyWrapper = {
  wrap: turn,
  unwrap: () => {
    throw new Error('no keyring');
  },
};
let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'xunzhi-keys-')), 'keys');
});

describe('seal', () => {
  it('opens only with the same key and label, and knows every flipped byte', () => {
    const sealed = seal(MASTER, Buffer.from('text'), 'label');
    expect(unseal(MASTER, sealed, 'label')?.toString()).toBe('text');
    expect(unseal(MASTER, sealed, 'other')).toBeUndefined();
    expect(unseal(deriveKey(MASTER, 'other'), sealed, 'label')).toBeUndefined();
    for (let at = 0; at < sealed.length; at += 1) {
      const copy = Buffer.from(sealed);
      copy[at] = (copy[at] ?? 0) ^ 1;
      expect(unseal(MASTER, copy, 'label')).toBeUndefined();
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(unseal(MASTER, sealed.subarray(0, length), 'label')).toBeUndefined();
    }
  });

  it('never writes the same bytes twice', () => {
    expect(seal(MASTER, Buffer.from('a'), 'l').equals(seal(MASTER, Buffer.from('a'), 'l'))).toBe(false);
  });
});

describe('openMasterKey', () => {
  it('uses the key store when its round trip works, and finds the key again', async () => {
    const made = await openMasterKey(folder, working);
    expect(made.storage).toBe('safe_storage');
    expect(await openMasterKey(folder, working)).toEqual(made);
    const text = await readFile(join(folder, 'master.json'), 'utf8');
    expect(text).not.toContain(made.key.toString('base64'));
  });

  it.each([
    ['without a key store', undefined],
    ['when what was encrypted does not decrypt', forgetful],
  ])('falls back to a file of its owner %s', async (_name, wrapper) => {
    const made = await openMasterKey(folder, wrapper);
    expect(made.storage).toBe('key_file');
    expect(await openMasterKey(folder, wrapper)).toEqual(made);
    expect((await stat(join(folder, 'master.json'))).mode & 0o777).toBe(0o600);
  });

  it('overwrites nothing when the key cannot be opened', async () => {
    await openMasterKey(folder, working);
    const before = await readFile(join(folder, 'master.json'));
    await expect(openMasterKey(folder, forgetful)).rejects.toBeInstanceOf(LostKeyError);
    await expect(openMasterKey(folder, undefined)).rejects.toBeInstanceOf(LostKeyError);
    expect(await readFile(join(folder, 'master.json'))).toEqual(before);
    await writeFile(join(folder, 'master.json'), '{"half":');
    await expect(openMasterKey(folder, working)).rejects.toBeInstanceOf(LostKeyError);
  });
});

describe('openDevice', () => {
  beforeEach(async () => {
    await openMasterKey(folder, undefined);
  });

  it('keeps its id and key, and signs what WebCrypto verifies', async () => {
    const device = await openDevice(folder, MASTER, null);
    const again = await openDevice(folder, MASTER, null);
    expect([again.id, again.publicKey]).toEqual([device.id, device.publicKey]);
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
    const key = await crypto.subtle.importKey('jwk', device.publicKey, algorithm, false, ['verify']);
    const verify = (text: string, signature: string): Promise<boolean> =>
      crypto.subtle.verify(
        { name: 'ECDSA', hash: 'SHA-256' },
        key,
        Buffer.from(signature, 'base64'),
        Buffer.from(text),
      );
    const signature = again.sign('日志头 17');
    expect(Buffer.from(signature, 'base64')).toHaveLength(64);
    expect(await verify('日志头 17', signature)).toBe(true);
    expect(await verify('日志头 18', signature)).toBe(false);
  });

  it('is the same for the same seed and another for another', async () => {
    const other = join(folder, 'b');
    const third = join(folder, 'c');
    for (const path of [other, third]) await openMasterKey(path, undefined);
    const [a, b, c] = [
      await openDevice(folder, MASTER, 's1'),
      await openDevice(other, MASTER, 's1'),
      await openDevice(third, MASTER, 's2'),
    ];
    expect([b.id, b.publicKey]).toEqual([a.id, a.publicKey]);
    expect(c.id).not.toBe(a.id);
    expect(a.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('says that the key is lost when its file does not open', async () => {
    await openDevice(folder, MASTER, null);
    await expect(openDevice(folder, Buffer.alloc(32, 2), null)).rejects.toBeInstanceOf(LostKeyError);
    await chmod(join(folder, 'device.bin'), 0o600);
    expect(await readdir(folder)).toContain('device.bin');
  });
});
