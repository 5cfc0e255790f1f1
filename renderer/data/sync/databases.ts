import { orgCardField } from '#shared/access/directory.ts';
import { readsSealed } from '#shared/access/permissions.ts';
import type { CaseStage } from '#shared/case/state.ts';
import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import type { Context } from '../context.ts';
import type { Profile } from '../session/session.ts';

/** How many years before last year are looked into for cases that are still open. */
const OLDER_YEARS = 3;
const CHINA_MS = 8 * 3_600_000;
const CLOSED: ReadonlySet<CaseStage> = new Set(['fixed', 'fixed_on_site']);

/**
 * The databases a person's device holds, those of most weight first: `bureau` and `numbers`, then the own organisation's
 * cases of this year, its register, who reported where the role may know it, its cases of last year and older ones with an open case; the supervision brigade
 * holds all organisations.
 */
export async function databasesOf(ctx: Context, profile: Profile): Promise<string[]> {
  const orgs = profile.role === 'supervisor' ? await allOrgs(ctx, profile.org) : [profile.org];
  const year = chinaYearOf(ctx.clock.nowMs());
  const recent = orgs.flatMap((org) => [`case-${org}-${String(year)}`, `work-${org}`]);
  const sealed = readsSealed(profile.role) ? [`sealed-${profile.org}`] : [];
  const last = orgs.map((org) => `case-${org}-${String(year - 1)}`);
  return ['bureau', 'numbers', ...recent, ...sealed, ...last, ...(await olderOf(ctx, orgs, year - 2))];
}

/** Those of the databases that hold cases from before last year. */
export function olderThanLast(ctx: Context, databases: readonly string[]): string[] {
  const last = chinaYearOf(ctx.clock.nowMs()) - 1;
  return databases.filter((db) => db.startsWith('case-') && Number(db.slice(-4)) < last);
}

/** Databases of earlier years: each is read once, and then as long as a case in it is open. */
async function olderOf(ctx: Context, orgs: readonly string[], newest: number): Promise<string[]> {
  const years = Array.from({ length: OLDER_YEARS }, (_, index) => newest - index);
  const all = years.flatMap((year) => orgs.map((org) => `case-${org}-${String(year)}`));
  const read = new Set((await ctx.db.feeds.bulkGet(all)).flatMap((row) => row?.db ?? []));
  if (read.size === 0) return all;
  // The ids of cases begin with the time they were opened.
  const before = Date.UTC(newest + 1, 0, 1) - CHINA_MS;
  const old = await ctx.db.cases.where('id').below(firstUuidOf(before)).toArray();
  const open = new Set(old.filter(({ stage }) => !CLOSED.has(stage)).map(({ db }) => db));
  return all.filter((db) => !read.has(db) || open.has(db));
}

function firstUuidOf(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
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
