import { z } from 'zod';

import { mayWrite } from '#shared/access/permissions.ts';
import { readIntake } from '#shared/report/intake.ts';

import { takeRows } from '../commands/reportImport.ts';
import type { Context } from '../context.ts';
import type { Remote } from '../remote/remote.ts';
import type { Profile } from '../session/session.ts';

/** How often the database is asked, in milliseconds, and how much of it at once. */
const EVERY_MS = 60_000;
const PAGE = 200;
const askedAt = new WeakMap<Remote, number>();

const page = z.looseObject({
  last_seq: z.union([z.string(), z.number()]),
  results: z.array(z.looseObject({ id: z.string(), doc: z.unknown() })),
});

/**
 * Takes in what outside systems wrote into `intake-<org>`: once a minute, on devices of those who may take a report down with
 * its reporter. A document that was taken in before, here or on another device, adds nothing; one that cannot be read
 * is named in `intakeBad` by its id. Without such a database nothing happens.
 */
export async function takeIntake(ctx: Context, remote: Remote, authorization: string, profile: Profile): Promise<void> {
  if (!mayWrite(profile.role, 'report.received') || !mayWrite(profile.role, 'reporter.named')) return;
  const nowMs = performance.now();
  if (nowMs - (askedAt.get(remote) ?? -EVERY_MS) < EVERY_MS) return;
  askedAt.set(remote, nowMs);
  const db = `intake-${profile.org}`;
  const key = `intakeSince:${db}`;
  for (let more = true; more;) {
    const kept = (await ctx.db.meta.get(key))?.value;
    const since = typeof kept === 'string' ? kept : '0';
    const path = `/${db}/_changes?include_docs=true&limit=${String(PAGE)}&since=${encodeURIComponent(since)}`;
    const response = await remote.fetch(path, { authorization });
    const read = response.ok ? page.safeParse(await response.json()).data : undefined;
    if (read === undefined) return;
    await takePage(ctx, profile, read.results);
    await ctx.db.meta.put({ key, value: String(read.last_seq) });
    more = read.results.length === PAGE;
  }
}

async function takePage(
  ctx: Context,
  profile: Profile,
  results: readonly { readonly id: string; readonly doc?: unknown }[],
): Promise<void> {
  const read = results
    .filter(({ id }) => !id.startsWith('_design/'))
    .map(({ id, doc }) => ({ id, report: readIntake(doc, ctx.clock.nowMs()) }));
  const rows = read.flatMap(({ report }) => (report.ok ? [report.value] : []));
  await ctx.writing.run(async () => {
    // Somebody else may be at the screen by now.
    if (ctx.session.profile?.user !== profile.user) return;
    if (rows.length > 0) await takeRows(ctx, profile, rows);
  });
  const bad = read.flatMap(({ id, report }) => (report.ok ? [] : [id]));
  if (bad.length === 0) return;
  const before = ((await ctx.db.meta.get('intakeBad'))?.value as readonly string[] | undefined) ?? [];
  await ctx.db.meta.put({ key: 'intakeBad', value: [...new Set([...before, ...bad])].slice(-PAGE) });
}
