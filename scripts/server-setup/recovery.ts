import { open, rm } from 'node:fs/promises';

import { keyIdOf, keyPair } from '#main/exchange/curve.ts';
import { MIN_PASSPHRASE, sealRecoveryKey } from '#main/exchange/recoveryKeyFile.ts';
import { newestRecoveryCard, type RecoveryCard } from '#shared/access/recovery.ts';

import { SetupError, type ServerClient } from './client.ts';
import type { Step } from './report.ts';

/** The public half of a recovery key, as a plan names it. */
export type PlannedRecovery = Pick<RecoveryCard, 'keyId' | 'madeAt' | 'publicKey'>;

/** Where the private half of a new recovery key shall be kept, under which passphrase, and whether it takes the place of one. */
export type RecoveryOrder = {
  readonly file: string;
  readonly passphrase: string;
  readonly madeAt: string;
  readonly replace?: boolean;
};

/** Gives the bureau the plan's recovery key when it has none. */
export async function setUpRecoveryCard(client: ServerClient, planned: PlannedRecovery): Promise<Step> {
  const known = await knownRecoveryCard(client);
  if (known !== undefined) return { what: 'recovery', name: known._id, did: 'unchanged' };
  return writeCard(client, planned);
}

/**
 * Makes the bureau's recovery key when it has none, or a newer one that devices encrypt to from now on: the private half into a new file under a passphrase first, then the
 * public half onto the server. A file that is there is never overwritten. Throws a `SetupError`.
 */
export async function makeRecoveryKey(client: ServerClient, order: RecoveryOrder): Promise<Step> {
  const known = await knownRecoveryCard(client);
  if (known !== undefined && order.replace !== true) return { what: 'recovery', name: known._id, did: 'unchanged' };
  if (known !== undefined && known.madeAt >= order.madeAt) throw new SetupError('clock', known.madeAt);
  if (order.passphrase.length < MIN_PASSPHRASE)
    throw new SetupError('bad_passphrase', `at least ${String(MIN_PASSPHRASE)} characters`);
  const pair = keyPair();
  await writeOnce(order.file, await sealRecoveryKey(pair, order.passphrase, order.madeAt));
  try {
    return await writeCard(client, {
      keyId: keyIdOf(pair.publicKey),
      madeAt: order.madeAt,
      publicKey: pair.publicKey,
    });
  } catch (error) {
    // The server does not have it: the file is of no use and must not stop the next try.
    await rm(order.file, { force: true });
    throw error;
  }
}

/** The recovery key that devices encrypt to now. */
export async function knownRecoveryCard(client: ServerClient): Promise<RecoveryCard | undefined> {
  const range = 'include_docs=true&startkey="recovery:"&endkey="recovery;"';
  const { body } = await client.expect([200], 'GET', `/bureau/_all_docs?${range}`);
  return newestRecoveryCard((body as { rows: readonly { doc: unknown }[] }).rows.map((row) => row.doc));
}

async function writeCard(client: ServerClient, planned: PlannedRecovery): Promise<Step> {
  const name = `recovery:${planned.keyId}`;
  await client.expect([201, 202], 'PUT', `/bureau/${encodeURIComponent(name)}`, { kind: 'recovery', ...planned });
  return { what: 'recovery', name, did: 'created' };
}

async function writeOnce(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw new SetupError('key_file', error instanceof Error ? error.message : String(error));
  });
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
