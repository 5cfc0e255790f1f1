import { mayManageDevices } from '#shared/access/permissions.ts';

import type { Context } from '../context.ts';
import { approve, revoke } from '../devices/desk.ts';
import type { Desk } from '../devices/lists.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { CommandAnswer } from '../protocol.ts';
import { readSeen, type Seen } from '../session/lastSeen.ts';

type Names = 'device.approve' | 'device.revoke' | 'device.lastSeen';

/** Requests at a time while a list is read. */
const AT_ONCE = 6;

/** What an administrator does with devices; all of it needs the server. */
export const DEVICE_COMMANDS: Pick<Handlers, Names> = {
  'device.approve': (ctx, { device }) => atDesk(ctx, (desk) => approve(desk, device)),
  'device.revoke': (ctx, { device, reason }) => atDesk(ctx, (desk) => revoke(desk, device, reason)),
  'device.lastSeen': (ctx, { devices }) =>
    atDesk(ctx, async ({ remote, authorization }) => {
      const seen: Record<string, Seen> = {};
      for (let start = 0; start < devices.length; start += AT_ONCE) {
        const some = devices.slice(start, start + AT_ONCE);
        const answers = await Promise.all(some.map((device) => readSeen(remote, authorization, device)));
        for (const [index, answer] of answers.entries()) {
          const device = some[index];
          if (device !== undefined && answer !== undefined) seen[device] = answer;
        }
      }
      return { ok: true, value: seen };
    }),
};

async function atDesk<T>(ctx: Context, work: (desk: Desk) => Promise<CommandAnswer<T>>): Promise<CommandAnswer<T>> {
  const { profile, authorization } = ctx.session;
  if (profile === undefined || authorization === undefined) return refuse('not_signed_in');
  if (!mayManageDevices(profile.role)) return refuse('role_forbidden', { subject: 'device' });
  if (ctx.remote === undefined) return refuse('no_server');
  const answer = await work({ ctx, remote: ctx.remote, authorization, user: profile.user });
  ctx.kickSync();
  return answer;
}
