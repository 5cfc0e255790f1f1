import type { Context } from '../context.ts';
import type { Place } from '../feed/compare.ts';
import type { Profile } from '../session/session.ts';

/** Registers this device again on a server that forgot it: its key vouches for everything its people wrote. */
export async function deviceAgain(
  ctx: Context,
  { remote, authorization }: Place,
  profile: Profile,
  serverIds: ReadonlySet<string>,
): Promise<void> {
  const id = `device:${ctx.runtime.device}`;
  const row = await ctx.db.directory.get(id);
  if (row === undefined || serverIds.has(id)) return;
  const card = Object.fromEntries(Object.entries(row.doc).filter(([key]) => !key.startsWith('_')));
  const body = { ...card, by: profile.user, org: profile.org };
  const response = await remote.fetch(`/bureau/${encodeURIComponent(id)}`, { method: 'PUT', authorization, body });
  if (response.status !== 201 && response.status !== 202 && response.status !== 409)
    await ctx.report({ code: 'device_forgotten', subject: ctx.runtime.device });
}
