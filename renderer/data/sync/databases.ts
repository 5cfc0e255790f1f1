import { orgCardField } from '#shared/access/directory.ts';
import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import type { Context } from '../context.ts';
import type { Profile } from '../session/session.ts';

/**
 * The databases a person's device holds, those of most weight first: `bureau` and `numbers`, then the own organisation's
 * cases of this year, its register and its cases of last year; the supervision brigade holds all organisations.
 */
export async function databasesOf(ctx: Context, profile: Profile): Promise<string[]> {
  const orgs = profile.role === 'supervisor' ? await allOrgs(ctx, profile.org) : [profile.org];
  const year = chinaYearOf(ctx.clock.nowMs());
  const recent = orgs.flatMap((org) => [`case-${org}-${String(year)}`, `work-${org}`]);
  return ['bureau', 'numbers', ...recent, ...orgs.map((org) => `case-${org}-${String(year - 1)}`)];
}

/** Every organisation of the bureau, the own one first. */
async function allOrgs(ctx: Context, own: string): Promise<string[]> {
  const rows = await ctx.db.directory.where('id').startsWith('org:').toArray();
  const orgs = rows.flatMap((row) => {
    const card = orgCardField.safeParse(row.doc);
    return card.success ? [card.data.org] : [];
  });
  return orgs.sort((a, b) => Number(b === own) - Number(a === own));
}
