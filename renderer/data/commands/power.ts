import { orgCardField } from '#shared/access/directory.ts';
import { POWER_ARTICLE, powerOf } from '#shared/catalogue/powers.ts';
import type { EventData } from '#shared/events/registry.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import type { CommandError } from '../protocol.ts';

import { todayOn } from './author.ts';

type Where = { readonly org: string; readonly matter: string; readonly site: Place };
type Place = { readonly division: string; readonly street: string };

/**
 * By what the organisation has power over the matter today, as a file keeps it (行政处罚法 §22, §24). Refuses `out_of_power`
 * with the names of those that have it, joined by `|`; none when nobody on the list has.
 */
export async function powerToday(
  ctx: Context,
  { org, matter, site: { division, street } }: Where,
): Promise<Result<EventData<'case.filed'>['power'], CommandError>> {
  const answer = powerOf(ctx.catalogue.powers, { org, matter, division, street, on: todayOn(ctx) });
  if (!answer.has) {
    const names = await Promise.all(answer.competent.map((one) => nameOf(ctx, one)));
    return err({ code: 'out_of_power', article: POWER_ARTICLE, subject: names.join('|') });
  }
  const { by, reference } = answer;
  return ok({ org, by, ...(reference === undefined ? {} : { reference }) });
}

/** The name on the organisation's card; its id before the directory is here. */
async function nameOf(ctx: Context, org: string): Promise<string> {
  const card = orgCardField.safeParse((await ctx.db.directory.get(`org:${org}`))?.doc);
  return card.success ? card.data.name : org;
}
