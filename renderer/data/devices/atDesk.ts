import { mayManageDevices } from '#shared/access/permissions.ts';

import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import type { CommandAnswer } from '../protocol.ts';

import type { Desk } from './lists.ts';

/** Work of an administrator with the server, then a round of the sync; `subject`: what others are refused. */
export async function atDesk<T>(
  ctx: Context,
  subject: 'device' | 'checklist' | 'programme' | 'areas',
  work: (desk: Desk) => Promise<CommandAnswer<T>>,
): Promise<CommandAnswer<T>> {
  const { profile, authorization } = ctx.session;
  if (profile === undefined || authorization === undefined) return refuse('not_signed_in');
  if (!mayManageDevices(profile.role)) return refuse('role_forbidden', { subject });
  if (ctx.remote === undefined) return refuse('no_server');
  const answer = await work({ ctx, remote: ctx.remote, authorization, user: profile.user });
  ctx.kickSync();
  return answer;
}
