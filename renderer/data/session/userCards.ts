import { userCardField, type UserCard } from '#shared/access/directory.ts';

import type { XunzhiDatabase } from '../tables.ts';

/** Everybody of the bureau whose card this device holds; a card that cannot be read counts as none. */
export async function allUserCards(db: XunzhiDatabase): Promise<readonly UserCard[]> {
  const rows = await db.directory.where('id').startsWith('user:').toArray();
  return rows.flatMap(({ doc }) => userCardField.safeParse(doc).data ?? []);
}
