import { describe, expect, it } from 'vitest';

import type { PortInput, PortOutput, PortRequest } from '#shared/bridge/port.ts';
import { concatBytes } from '#shared/evidence/testing/jpegBuilder.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import type { PortClient } from '../port.ts';

import { loadBlob, storeBlob } from './fileBlob.ts';

/** The main process as the contract describes it, in memory; `spoil` changes what it is given. */
class MemoryFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly writes: PortInput<'blob.write'>[] = [];
  readonly #spoil: (bytes: Uint8Array) => Uint8Array;

  constructor(spoil: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes) {
    this.#spoil = spoil;
  }

  readonly client: PortClient = {
    call: <R extends PortRequest>(request: R, input: PortInput<R>): Promise<PortOutput<R>> => {
      const answer =
        request === 'blob.write'
          ? this.#write(input as PortInput<'blob.write'>)
          : this.#read(input as PortInput<'blob.read'>);
      return Promise.resolve(answer as PortOutput<R>);
    },
  };

  #write(input: PortInput<'blob.write'>): PortOutput<'blob.write'> {
    const before = this.files.get(input.key) ?? new Uint8Array();
    if (input.offset !== before.length) throw new Error('out of order');
    const after = concatBytes([before, this.#spoil(input.bytes)]);
    this.files.set(input.key, after);
    this.writes.push(input);
    return { bytes: after.length, ...(input.last ? { sha256: sha256Hex(after) } : {}) };
  }

  #read({ key, offset }: PortInput<'blob.read'>): PortOutput<'blob.read'> {
    const whole = this.files.get(key) ?? new Uint8Array();
    return { bytes: whole.slice(offset, offset + 1024 * 1024), total: whole.length };
  }
}

const BYTES = Uint8Array.from({ length: 2 * 1024 * 1024 + 5 }, (_, index) => (index * 7) & 255);
const KEY = `photo:${sha256Hex(BYTES)}`;

describe('storeBlob and loadBlob', () => {
  it('write in chunks of 1 MiB and read the same bytes back', async () => {
    const main = new MemoryFiles();
    expect(await storeBlob(main.client, KEY, new Blob([BYTES]))).toMatchObject({
      bytes: BYTES.length,
      sha256: KEY.slice(6),
    });
    expect(main.writes.map(({ offset, bytes, last }) => [offset, bytes.length, last])).toEqual([
      [0, 1_048_576, false],
      [1_048_576, 1_048_576, false],
      [2_097_152, 5, true],
    ]);
    const back = await loadBlob(main.client, KEY, undefined, 'image/jpeg');
    expect(back.type).toBe('image/jpeg');
    expect(sha256Hex(new Uint8Array(await back.arrayBuffer()))).toBe(KEY.slice(6));
  });

  it('takes an exact multiple of the chunk and an empty blob', async () => {
    const main = new MemoryFiles();
    await storeBlob(main.client, 'thumb:a', new Blob([BYTES.subarray(0, 1024 * 1024)]));
    await storeBlob(main.client, 'thumb:b', new Blob([]));
    expect(main.writes.map(({ key, bytes, last }) => [key, bytes.length, last])).toEqual([
      ['thumb:a', 1_048_576, true],
      ['thumb:b', 0, true],
    ]);
  });

  it('throws when main holds something else than was sent', async () => {
    const flipped = new MemoryFiles((bytes) => bytes.map((byte, index) => (index === 3 ? byte ^ 1 : byte)));
    await expect(storeBlob(flipped.client, KEY, new Blob([BYTES]))).rejects.toMatchObject({ code: 'not_as_sent' });
    const short = new MemoryFiles((bytes) => bytes.subarray(1));
    await expect(storeBlob(short.client, KEY, new Blob([BYTES]))).rejects.toMatchObject({ code: 'not_as_sent' });
  });

  it('throws when the bytes are not those of the key, before the file is finished', async () => {
    const main = new MemoryFiles();
    await expect(storeBlob(main.client, KEY, new Blob(['other']))).rejects.toMatchObject({ code: 'not_the_key' });
    expect(main.writes).toEqual([]);
    main.files.set(KEY, Uint8Array.of(1));
    await expect(loadBlob(main.client, KEY)).rejects.toMatchObject({ code: 'not_the_key' });
    main.files.set('thumb:a', Uint8Array.of(1));
    await expect(loadBlob(main.client, 'thumb:a', '0'.repeat(64))).rejects.toMatchObject({ code: 'not_the_key' });
  });
});
