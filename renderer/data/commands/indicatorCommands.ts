import { findIndicator, monthProblem, valueProblem } from '#shared/programme/entry.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { CommandAnswer, CommandInput, CommandResults } from '../protocol.ts';
import { commitEvents } from '../store/commit.ts';

import { authorFor, todayOn } from './author.ts';
import { photoEvents } from './photoEvents.ts';

/** 指标填报: values of the year plan that are reported by hand. */
export const INDICATOR_COMMANDS: Pick<Handlers, 'indicator.enter'> = {
  'indicator.enter': (ctx, input) => ctx.writing.run(() => enter(ctx, input)),
};

async function enter(
  ctx: Context,
  { id, year, indicator, month, value, note, report }: CommandInput<'indicator.enter'>,
): Promise<CommandAnswer<CommandResults['indicator.enter']>> {
  const author = authorFor(ctx, 'indicator.entered', ...(report === undefined ? [] : (['photo.added'] as const)));
  if (!author.ok) return author;
  const known = findIndicator(ctx.catalogue.programmes, year, indicator);
  if (known === undefined) return refuse('unknown_indicator', { subject: indicator });
  if (known.source === 'derived') return refuse('indicator_derived', { subject: known.name });
  const problem = monthProblem(month, year, todayOn(ctx)) ?? valueProblem(known, value);
  if (problem !== undefined) return refuse(problem, { subject: known.name });
  if (known.evidenceRequired && report === undefined) return refuse('report_missing', { subject: known.name });
  const stream = `indicator:${id}`;
  const ownerOrg = author.value.org;
  const uses = report === undefined ? [] : [{ sha256: report, purpose: 'scan' as const }];
  const photos = await photoEvents(ctx, stream, ownerOrg, uses);
  if (!photos.ok) return photos;
  const words = note === undefined || note === '' ? {} : { note };
  const data = { year, indicator, month, value, ...words, ...(report === undefined ? {} : { report }) };
  await commitEvents(
    ctx,
    author.value,
    [{ type: 'indicator.entered', stream, ownerOrg, data }, ...photos.value.events],
    { blobs: photos.value.blobs },
  );
  return { ok: true, value: {} };
}
