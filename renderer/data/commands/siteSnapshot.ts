import type { SiteSnapshot } from '#shared/events/siteEvents.ts';

import type { Context } from '../context.ts';

/** The site as it stands now, for a record that must stay true when the register changes; undefined when unknown. */
export async function siteSnapshot(ctx: Context, siteId: string): Promise<SiteSnapshot | undefined> {
  await ctx.projector.catchUp(`site:${siteId}`);
  const row = await ctx.db.sites.get(siteId);
  if (row === undefined) return undefined;
  const { id: _id, org: _org, initials: _initials, batch: _batch, ...data } = row;
  return { ...data, siteId };
}
