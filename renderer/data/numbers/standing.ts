import { deviceStanding, type DeviceStanding } from '#shared/access/device.ts';
import { deviceCardField, orgCardField } from '#shared/access/directory.ts';

import type { Context } from '../context.ts';
import type { Profile } from '../session/session.ts';

/** How this device stands, as far as the last pull of `bureau` told. */
export async function ownStanding(ctx: Context, profile: Profile): Promise<DeviceStanding> {
  const [card, org] = await ctx.db.directory.bulkGet([`device:${ctx.runtime.device}`, `org:${profile.org}`]);
  return deviceStanding(deviceCardField.safeParse(card?.doc).data, orgCardField.safeParse(org?.doc).data);
}

/** The refusal of whoever wants a number on a device that gets none; undefined when it does. */
export async function standingProblem(
  ctx: Context,
  profile: Profile,
): Promise<'device_not_approved' | 'device_revoked' | undefined> {
  const standing = await ownStanding(ctx, profile);
  if (standing === 'approved') return undefined;
  return standing === 'requested' ? 'device_not_approved' : 'device_revoked';
}
