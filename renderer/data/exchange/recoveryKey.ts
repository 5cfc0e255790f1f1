import { newestRecoveryCard } from '#shared/access/recovery.ts';

import type { Context } from '../context.ts';

/** The key that main was told last, by profile. */
const told = new WeakMap<Context['port'], string>();

/** Gives main the bureau's newest recovery key, so that exporting needs neither network nor IndexedDB. */
export async function keepRecoveryKey(ctx: Context): Promise<void> {
  const rows = await ctx.db.directory.where('id').startsWith('recovery:').toArray();
  const card = newestRecoveryCard(rows.map((row) => row.doc));
  if (card === undefined || told.get(ctx.port) === card.keyId) return;
  const { keyId, madeAt, publicKey } = card;
  await ctx.port.call('recovery.keep', { keyId, madeAt, publicKey });
  told.set(ctx.port, keyId);
}
