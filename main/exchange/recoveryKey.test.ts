import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { deriveKey } from '../keys/seal.ts';

import { keyIdOf, keyPair, signText, isSignedBy, agree, type KeyPair } from './curve.ts';
import { RecoveryKeeper, unwrapProfileKeys } from './recoveryKeeper.ts';
import { readRecoveryKey, sealRecoveryKey, unlockRecoveryKey } from './recoveryKeyFile.ts';

const MADE_AT = '2026-11-24T01:02:03.000Z';
const DEVICE = '018f0000-0000-7000-8000-0000000000aa';

describe('the file of a recovery key', () => {
  const pair = keyPair();
  let text: string;
  beforeAll(async () => {
    text = await sealRecoveryKey(pair, 'a long passphrase é', MADE_AT);
  });

  it('opens with its passphrase, however that is composed, and with no other', async () => {
    const locked = readRecoveryKey(text);
    expect(locked).toMatchObject({ keyId: keyIdOf(pair.publicKey), madeAt: MADE_AT });
    expect((await unlockRecoveryKey(locked, 'a long passphrase e\u0301')).scalar.equals(pair.scalar)).toBe(true);
    await expect(unlockRecoveryKey(locked, 'a long passphrase e')).rejects.toMatchObject({ code: 'wrong_passphrase' });
    expect(text).not.toContain(pair.scalar.toString('base64'));
  });

  it('is refused when it is another file, damaged, newer, or would eat memory', () => {
    const json = JSON.parse(text) as Record<string, unknown> & { kdf: object };
    const codeOf = (content: unknown): unknown => {
      try {
        readRecoveryKey(typeof content === 'string' ? content : JSON.stringify(content));
        return 'read';
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(codeOf(json)).toBe('read');
    expect(codeOf('%PDF')).toBe('not_a_recovery_key');
    expect(codeOf(text.slice(0, 200))).toBe('not_a_recovery_key');
    expect(codeOf({ ...json, keyId: '0'.repeat(16) })).toBe('not_a_recovery_key');
    expect(codeOf({ ...json, kdf: { ...json.kdf, N: 2 ** 24 } })).toBe('not_a_recovery_key');
    expect(codeOf({ ...json, version: 2, cipher: 'new' })).toBe('recovery_key_newer');
  });
});

describe('the curve', () => {
  it('lets both sides agree on one key, and nobody else', () => {
    const [ephemeral, recipient, other] = [keyPair(), keyPair(), keyPair()];
    const key = agree(ephemeral.scalar, recipient.publicKey, ephemeral.publicKey, recipient.publicKey);
    const by = ({ scalar }: KeyPair): Buffer =>
      agree(scalar, ephemeral.publicKey, ephemeral.publicKey, recipient.publicKey);
    expect(by(recipient).equals(key)).toBe(true);
    expect(by(other).equals(key)).toBe(false);
    const bad = { ...recipient.publicKey, y: recipient.publicKey.x };
    expect(() => agree(ephemeral.scalar, bad, ephemeral.publicKey, bad)).toThrow();
  });

  it('keeps 32 bytes of a scalar that begins with zeros, and knows its signatures', () => {
    const small = keyPair(Buffer.concat([Buffer.alloc(31), Buffer.of(9)]));
    expect(small.scalar).toHaveLength(32);
    const signature = signText(small, '签名');
    expect(isSignedBy(small.publicKey, '签名', signature)).toBe(true);
    expect(isSignedBy(small.publicKey, '签名 ', signature)).toBe(false);
    expect(isSignedBy({ ...small.publicKey, y: small.publicKey.x }, '签名', signature)).toBe(false);
  });
});

describe('the recovery key in a profile', () => {
  const master = Buffer.alloc(32, 5);
  const known = ({ publicKey }: KeyPair) => ({ keyId: keyIdOf(publicKey), madeAt: MADE_AT, publicKey });

  it('is kept over a restart, wraps the keys of journal and blobs, and a newer one takes its place', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xunzhi-recovery-'));
    const [first, second] = [keyPair(), keyPair()];
    const keeper = await RecoveryKeeper.open(folder, master, DEVICE);
    expect(keeper.known).toBeUndefined();
    expect(await unwrapProfileKeys(folder, first)).toBeUndefined();
    await keeper.keep(known(first));
    const wrapped = await readFile(join(folder, 'recovery.json'), 'utf8');
    await keeper.keep(known(first));
    expect(await readFile(join(folder, 'recovery.json'), 'utf8')).toBe(wrapped);
    expect((await RecoveryKeeper.open(folder, master, DEVICE)).known).toEqual(known(first));
    const keys = await unwrapProfileKeys(folder, first);
    expect(keys).toEqual({ device: DEVICE, journal: deriveKey(master, 'journal'), blobs: deriveKey(master, 'blobs') });
    expect(wrapped).not.toContain(deriveKey(master, 'journal').toString('base64'));
    expect(await unwrapProfileKeys(folder, second)).toBeUndefined();
    await keeper.keep(known(second));
    expect(await unwrapProfileKeys(folder, first)).toBeUndefined();
    expect(await unwrapProfileKeys(folder, second)).toEqual(keys);
    expect(await readdir(folder)).toEqual(['recovery.json']);
  });

  it('is not kept under an id that is not its own, and a damaged file counts as none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xunzhi-recovery-'));
    const keeper = await RecoveryKeeper.open(folder, master, DEVICE);
    await expect(keeper.keep({ ...known(keyPair()), keyId: '0'.repeat(16) })).rejects.toThrow(RangeError);
    await writeFile(join(folder, 'recovery.json'), '{"version":1');
    expect((await RecoveryKeeper.open(folder, master, DEVICE)).known).toBeUndefined();
  });
});
