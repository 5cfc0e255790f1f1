import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import type { BundleBlob } from '#shared/exchange/bundleFormat.ts';
import { ok } from '#shared/kernel/result.ts';

import { readOpening } from './bundleReader.ts';
import { keyPair, signText } from './curve.ts';
import { writeBundle } from './exportBundle.ts';
import { checkBundle, importSteps } from './importSession.ts';

const MIB = 1024 * 1024;
const BLOBS = 48;
const BLOB_BYTES = 8 * MIB;
/** Far below the 384 MiB that pass through: garbage that is not collected yet is counted, too. */
const ALLOWED_BYTES = 128 * MIB;

it('writes, checks and imports 384 MiB of photos with the memory of a few', async () => {
  const [recovery, device] = [keyPair(), keyPair()];
  const deviceId = '018f0000-0000-7000-8000-0000000000aa';
  const folder = await mkdtemp(join(tmpdir(), 'xunzhi-memory-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'large.xzbundle');
  const blobs = Array.from({ length: BLOBS }, (_, index): BundleBlob => {
    const key = `photo:${String(index).padStart(64, '0')}`;
    return {
      key,
      db: 'evidence-hsg-2026',
      mime: 'image/jpeg',
      bytes: BLOB_BYTES,
      by: 'chen.wei',
      device: deviceId,
      state: { is: 'waiting' },
    };
  });
  const before = process.memoryUsage().rss;
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage().rss - before);
  };
  const read = (_key: string, offset: number) => {
    look();
    return Promise.resolve(ok({ bytes: new Uint8Array(Math.min(MIB, BLOB_BYTES - offset)), total: BLOB_BYTES }));
  };
  await writeBundle(
    path,
    { events: [], blobs },
    { read },
    {
      app: 'test',
      device: deviceId,
      publicKey: device.publicKey,
      signer: 'device',
      sign: (text) => signText(device, text),
      recipient: recovery.publicKey,
      madeAt: '2026-11-24T01:02:03.000Z',
    },
  );
  const file = await open(path, 'r');
  const opening = await readOpening(file);
  const checked = await checkBundle(path, opening, recovery, look, new AbortController().signal);
  expect(checked.blobs).toHaveLength(BLOBS);
  let kept = 0;
  const store = {
    write: (_key: string, offset: number, bytes: Uint8Array, last: boolean) =>
      Promise.resolve(ok({ bytes: offset + bytes.length, ...(last ? { sha256: '0' } : {}) })),
    drop: () => Promise.resolve(ok(undefined)),
  };
  const steps = importSteps(file, opening, recovery, store, look);
  for (let step = await steps.next(true); step.done !== true; step = await steps.next(true))
    if (step.value.is === 'kept') kept += 1;
  await file.close();
  expect(kept).toBe(BLOBS);
  expect(peak).toBeLessThan(ALLOWED_BYTES);
});
