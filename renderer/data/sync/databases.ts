import { orgCardField } from '#shared/access/directory.ts';
import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import type { Context } from '../context.ts';
import type { Profile } from '../session/session.ts';

/**
 * The databases a person's device holds beside `bureau` and `numbers`: the own organisation's work and cases of this and
 * last year; the supervision brigade holds all organisations.
 */
export async function databasesOf(ctx: Context, profile: Profile): Promise<string[]> {
  const orgs = profile.role === 'supervisor' ? await allOrgs(ctx) : [profile.org];
  const year = chinaYearOf(ctx.clock.nowMs());
  return orgs.flatMap((org) => [`work-${org}`, `case-${org}-${String(year)}`, `case-${org}-${String(year - 1)}`]);
}

async function allOrgs(ctx: Context): Promise<string[]> {
  const rows = await ctx.db.directory.where('id').startsWith('org:').toArray();
  return rows.flatMap((row) => {
    const card = orgCardField.safeParse(row.doc);
    return card.success ? [card.data.org] : [];
  });
}
