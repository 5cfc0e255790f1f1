import { externalKey, externalReportId } from '#shared/report/reportId.ts';

import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import type { CommandAnswer, CommandInput, CommandResults } from '../protocol.ts';
import type { Profile } from '../session/session.ts';
import { commitEvents, type NewEvent } from '../store/commit.ts';

import { authorFor } from './author.ts';
import { isNamed, reporterEvent, sealedText } from './reporterSeal.ts';

type Row = CommandInput<'report.import'>['rows'][number];

/** So many reports are written at once: all or none of them. */
const PORTION = 50;

/**
 * Takes rows of another system in. A number that its source gave before is known and left; stopped halfway, the same file
 * goes on. Refused as a whole where a row names its reporter and the account may not know who reports.
 */
export async function importReports(
  ctx: Context,
  { rows }: CommandInput<'report.import'>,
): Promise<CommandAnswer<CommandResults['report.import']>> {
  const names = rows.some(({ reporter }) => reporter !== undefined && isNamed(reporter));
  const author = authorFor(ctx, 'report.received', ...(names ? (['reporter.named'] as const) : []));
  if (!author.ok) return author;
  if (rows.some(({ data }) => Date.parse(data.happenedAt) > ctx.clock.nowMs())) return refuse('report_in_future');
  return { ok: true, value: await takeRows(ctx, author.value, rows) };
}

/** Writes those of the rows that are not known yet; part of a writing turn. */
export async function takeRows(
  ctx: Context,
  author: Profile,
  rows: readonly Row[],
): Promise<CommandResults['report.import']> {
  const fresh = await notKnown(ctx, rows);
  const batch = ctx.random.uuid('batch', ctx.clock.nowMs());
  for (let at = 0; at < fresh.length; at += PORTION) {
    const events = fresh.slice(at, at + PORTION).flatMap((row) => eventsOf(ctx, author, row, batch));
    await commitEvents(ctx, author, events);
  }
  return { taken: fresh.length, known: rows.length - fresh.length };
}

async function notKnown(ctx: Context, rows: readonly Row[]): Promise<readonly Row[]> {
  const seen = new Set<string>();
  await ctx.db.reports.each(({ data: { source, external } }) => {
    if (external !== undefined) seen.add(externalKey(source, external));
  });
  return rows.filter(({ data }) => {
    const key = externalKey(data.source, data.external);
    return !seen.has(key) && seen.add(key).has(key);
  });
}

function eventsOf(ctx: Context, { org }: Profile, { data, reporter }: Row, batch: string): NewEvent[] {
  const id = externalReportId(org, data.source, data.external, Date.parse(data.happenedAt));
  const named = reporter !== undefined && isNamed(reporter) ? reporter : undefined;
  const received: NewEvent = {
    type: 'report.received',
    stream: `report:${id}`,
    ownerOrg: org,
    data: { ...sealedText(data, named), receivedAt: ctx.clock.nowIso(), photos: [], batch },
  };
  return named === undefined ? [received] : [received, reporterEvent(id, org, named)];
}
