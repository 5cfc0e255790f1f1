import type { Context } from '../context.ts';
import { pullDatabase } from '../feed/pull.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';

import type { VisitEnd } from './rotation.ts';

/** Reads what is new in one database. One that is not made yet (a year without cases) or closed to this role is absent. */
export async function visitDatabase(
  ctx: Context,
  remote: Remote,
  authorization: string,
  db: string,
): Promise<VisitEnd> {
  try {
    const pulled = await pullDatabase(ctx, remote, authorization, db);
    return pulled.rows > 0 ? 'news' : 'nothing';
  } catch (error) {
    if (isAbsence(error)) return 'absent';
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  if (!(error instanceof RemoteProblem)) return false;
  return error.status === 404 || (error.status === 403 && error.problem !== 'account_locked');
}
