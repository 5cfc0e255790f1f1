import { atDesk } from '../devices/atDesk.ts';
import { approve, revoke } from '../devices/desk.ts';
import type { Handlers } from '../dispatch.ts';
import { readSeen, type Seen } from '../session/lastSeen.ts';

type Names = 'device.approve' | 'device.revoke' | 'device.lastSeen';

/** Requests at a time while a list is read. */
const AT_ONCE = 6;

/** What an administrator does with devices; all of it needs the server. */
export const DEVICE_COMMANDS: Pick<Handlers, Names> = {
  'device.approve': (ctx, { device }) => atDesk(ctx, 'device', (desk) => approve(desk, device)),
  'device.revoke': (ctx, { device, reason }) => atDesk(ctx, 'device', (desk) => revoke(desk, device, reason)),
  'device.lastSeen': (ctx, { devices }) =>
    atDesk(ctx, 'device', async ({ remote, authorization }) => {
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
