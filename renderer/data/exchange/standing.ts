import { deviceStanding, type DeviceStanding } from '#shared/access/device.ts';
import { orgCardField, type DeviceCard } from '#shared/access/directory.ts';

import type { Context } from '../context.ts';

/** How a device stands in the bureau's directory as far as it is known here. */
export async function standingOf(ctx: Context, card: DeviceCard): Promise<DeviceStanding> {
  const org = orgCardField.safeParse((await ctx.db.directory.get(`org:${card.org}`))?.doc);
  return deviceStanding(card, org.data);
}
