import { orgCardField, type OrgCard } from '#shared/access/directory.ts';
import { formatNumber, seriesKey, templateFor } from '#shared/documents/number.ts';
import type { EventData } from '#shared/events/registry.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { takeNumber } from '../numbers/grant.ts';
import { ownSeries } from '../numbers/lease.ts';
import { standingProblem } from '../numbers/standing.ts';
import type { CommandError } from '../protocol.ts';
import { MAX_ISSUE_SKEW_MS } from '../runtime/clock.ts';
import type { Profile } from '../session/session.ts';
import type { Alongside } from '../store/commit.ts';

/** A number for a document that is about to be issued: whose organisation it names, and the data of its grant. */
export type Granted = { readonly org: OrgCard; readonly grant: EventData<'number.granted'> };

/** The next number of this device's blocks for a kind of document; refused on a device without approval or a wrong clock. */
export async function grantNumber(ctx: Context, author: Profile, kind: string): Promise<Result<Granted, CommandError>> {
  if (isClockWrong(ctx)) return err({ code: 'clock_wrong' });
  const standing = await standingProblem(ctx, author);
  if (standing !== undefined) return err({ code: standing });
  const series = ownSeries(ctx, author, kind);
  const taken = await takeNumber(ctx, series);
  if (!taken.ok) return err({ code: taken.error });
  const org = await orgCardOf(ctx, author.org);
  if (org === undefined) return err({ code: 'no_card', subject: author.org });
  const number = formatNumber(templateFor(org, series), org.abbreviation, series, taken.value.n);
  if (!number.ok) return err({ code: number.error });
  const document = ctx.random.uuid('document', ctx.clock.nowMs());
  return ok({ org, grant: { series, ...taken.value, number: number.value, document } });
}

/** What the journal keeps of a number that was used, so that it is never given again. */
export function numberNote({ series, n }: EventData<'number.granted'>): NonNullable<Alongside['notes']>[number] {
  const key = `${seriesKey(series)}:${String(n)}`;
  return { key: `number:${key}`, body: { key, series: seriesKey(series), n, event: '' } };
}

/** The card of an organisation, as far as this device knows it. */
export async function orgCardOf(ctx: Context, org: string): Promise<OrgCard | undefined> {
  return orgCardField.safeParse((await ctx.db.directory.get(`org:${org}`))?.doc).data;
}

/** Issuing is refused while the own clock is known to be wrong, or stands before the last own event. */
function isClockWrong(ctx: Context): boolean {
  const offset = ctx.clock.serverOffsetMs;
  return (offset !== undefined && Math.abs(offset) > MAX_ISSUE_SKEW_MS) || ctx.clock.isBehindOwnEvents();
}
