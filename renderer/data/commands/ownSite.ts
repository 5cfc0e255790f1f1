import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import type { CommandError } from '../protocol.ts';
import type { SiteRow } from '../tables.ts';

/** A thing of the own organisation; others may only look at it. */
export async function ownSite(ctx: Context, siteId: string, org: string): Promise<Result<SiteRow, CommandError>> {
  await ctx.projector.catchUp(`site:${siteId}`);
  const row = await ctx.db.sites.get(siteId);
  if (row === undefined) return err({ code: 'unknown_site', subject: siteId });
  return row.org === org ? ok(row) : err({ code: 'other_org_site', subject: row.name });
}
