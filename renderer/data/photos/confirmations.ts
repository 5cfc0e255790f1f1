import { ok, type Result } from '#shared/kernel/result.ts';

import type { BlobRow } from '../tables.ts';

import { judgeBlob, type BlobDelivery, type BlobMark, type BlobSent } from './remoteBlob.ts';
import type { BlobRefusal } from './serverAnswer.ts';
import { stubsOf, type BlobFetch, type BlobTarget, type Leaf } from './serverLeaves.ts';

/** A file whose PUT was answered and that is not proved yet. */
export type Unproved = { readonly row: BlobRow; readonly mark: BlobMark; readonly sent: BlobSent };
/** What the server showed of it. */
export type Proof = { readonly row: BlobRow; readonly result: Result<BlobDelivery, BlobRefusal> };

/** True when the server shows exactly these bytes. */
export function isThere(leaf: Pick<Leaf, 'length' | 'digest'> | undefined, mark: BlobMark): boolean {
  return leaf?.length === mark.bytes && leaf.digest === mark.digest;
}

/** Asks for files of one database, all that were stored in one request; each that is not plainly there alone. */
export async function prove(
  fetcher: BlobFetch,
  target: BlobTarget,
  files: readonly Unproved[],
): Promise<readonly Proof[]> {
  const stored = files.filter(({ sent }) => sent.status === 201);
  const keys = stored.map(({ row }) => row.key);
  const stubs = keys.length === 0 ? ok(new Map<string, never>()) : await stubsOf(fetcher, target, keys);
  const proofs: Proof[] = [];
  for (const { row, mark, sent } of files) {
    if (sent.status === 201 && !stubs.ok) proofs.push({ row, result: stubs });
    else if (sent.status === 201 && stubs.ok && isThere(stubs.value.get(row.key), mark))
      proofs.push({ row, result: ok({ is: 'stored' }) });
    else proofs.push({ row, result: await judgeBlob(fetcher, target, mark, sent) });
  }
  return proofs;
}

/** How long files gather for one question to the server and one write of what it says, in milliseconds. */
const GATHER_MS = 400;

/** Takes files while others are on their way and has them checked in order, as many at a time as have gathered. */
export class Confirmations {
  readonly #check: (files: readonly Unproved[]) => Promise<void>;
  #hurry: () => void = () => undefined;
  #gathered: Unproved[] = [];
  #tail: Promise<void> = Promise.resolve();
  readonly #keys = new Set<string>();

  /** `check` must not reject. */
  constructor(check: (files: readonly Unproved[]) => Promise<void>) {
    this.#check = check;
  }

  add(file: Unproved): void {
    this.#gathered.push(file);
    this.#keys.add(file.row.key);
    if (this.#gathered.length > 1) return;
    const gathering = this.#gather();
    this.#tail = this.#tail.then(() => gathering).then(() => this.#take());
  }

  /** Whether the file's proof is still to come. */
  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /** Checks what has gathered; resolves when everything added so far is checked. */
  settled(): Promise<void> {
    this.#hurry();
    return this.#tail;
  }

  #gather(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, GATHER_MS);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #take(): Promise<void> {
    const files = this.#gathered;
    this.#gathered = [];
    if (files.length === 0) return;
    await this.#check(files);
    for (const { row } of files) this.#keys.delete(row.key);
  }
}
