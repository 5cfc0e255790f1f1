import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { CommandAnswer, CommandInput, CommandResults } from '../protocol.ts';
import { commitEvents, type NewEvent } from '../store/commit.ts';

import { authorFor } from './author.ts';
import { photoEvents } from './photoEvents.ts';
import { importReports } from './reportImport.ts';
import { takeReportStep } from './reportStep.ts';
import { isNamed, reporterEvent, sealedText } from './reporterSeal.ts';

type Names = 'report.receive' | 'report.import' | 'report.step' | 'report.nameReporter';

/** 群众诉求: taken in, sent on, answered; who reported goes into a stream of its own. */
export const REPORT_COMMANDS: Pick<Handlers, Names> = {
  'report.receive': (ctx, input) => ctx.writing.run(() => receive(ctx, input)),
  'report.import': (ctx, input) => ctx.writing.run(() => importReports(ctx, input)),
  'report.step': (ctx, input) => ctx.writing.run(() => takeReportStep(ctx, input)),
  'report.nameReporter': (ctx, input) => ctx.writing.run(() => nameReporter(ctx, input)),
};

async function receive(
  ctx: Context,
  { data, photos, reporter }: CommandInput<'report.receive'>,
): Promise<CommandAnswer<CommandResults['report.receive']>> {
  const named = reporter !== undefined && isNamed(reporter) ? reporter : undefined;
  const author = authorFor(
    ctx,
    'report.received',
    ...(photos.length > 0 ? (['photo.added'] as const) : []),
    ...(named === undefined ? [] : (['reporter.named'] as const)),
  );
  if (!author.ok) return author;
  if (Date.parse(data.happenedAt) > ctx.clock.nowMs()) return refuse('report_in_future');
  const { org } = author.value;
  const reportId = ctx.random.uuid('report', ctx.clock.nowMs());
  const added = await photoEvents(
    ctx,
    `report:${reportId}`,
    org,
    photos.map((sha256) => ({ sha256, purpose: 'scene' })),
  );
  if (!added.ok) return added;
  const events: NewEvent[] = [
    {
      type: 'report.received',
      stream: `report:${reportId}`,
      ownerOrg: org,
      data: { ...sealedText(data, named), receivedAt: ctx.clock.nowIso(), photos },
    },
    ...added.value.events,
  ];
  if (named !== undefined) events.push(reporterEvent(reportId, org, named));
  await commitEvents(ctx, author.value, events, { blobs: added.value.blobs });
  return { ok: true, value: { reportId } };
}

async function nameReporter(
  ctx: Context,
  { reportId, reporter }: CommandInput<'report.nameReporter'>,
): Promise<CommandAnswer<CommandResults['report.nameReporter']>> {
  const author = authorFor(ctx, 'reporter.named');
  if (!author.ok) return author;
  await ctx.projector.catchUp(`report:${reportId}`);
  const report = await ctx.db.reports.get(reportId);
  if (report === undefined) return refuse('report_unknown');
  if (report.org !== author.value.org) return refuse('report_other_org');
  if (!isNamed(reporter)) return refuse('bad_input');
  await commitEvents(ctx, author.value, [reporterEvent(reportId, report.org, reporter)]);
  return { ok: true, value: {} };
}
