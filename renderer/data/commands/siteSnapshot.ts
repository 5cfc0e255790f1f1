import type { SiteSnapshot } from '#shared/events/siteEvents.ts';

import type { Context } from '../context.ts';

/** The site as it stands now, for a record that must stay true when the register changes; undefined when unknown. */
export async function siteSnapshot(ctx: Context, siteId: string): Promise<SiteSnapshot | undefined> {
  await ctx.projector.catchUp(`site:${siteId}`);
  const row = await ctx.db.sites.get(siteId);
  if (row === undefined) return undefined;
  const { name, operator, uscc, phone, address, division, street, frontageMm, position } = row;
  return {
    siteId,
    name,
    operator,
    address,
    division,
    street,
    ...(uscc === undefined ? {} : { uscc }),
    ...(phone === undefined ? {} : { phone }),
    ...(frontageMm === undefined ? {} : { frontageMm }),
    ...(position === undefined ? {} : { position }),
  };
}
