import { userCardField } from '#shared/access/directory.ts';
import type { EventData } from '#shared/events/registry.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { judgeReport } from '#shared/report/judge.ts';
import { limitEndMs } from '#shared/report/limits.ts';
import { withoutIdentity } from '#shared/report/reporter.ts';
import type { ReportEventType } from '#shared/report/state.ts';

import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import type { CommandAnswer, CommandError, CommandInput, CommandResults } from '../protocol.ts';
import type { ReportStepInput } from '../reportProtocol.ts';
import { commitEvents, type NewEvent } from '../store/commit.ts';
import type { ReportRow } from '../tables.ts';

import { authorFor } from './author.ts';
import { photoEvents } from './photoEvents.ts';

type StepEvent = {
  [T in ReportEventType]: { readonly type: T; readonly data: EventData<T> };
}[ReportEventType];

const TYPES: Readonly<Record<ReportStepInput['step'], ReportEventType>> = {
  merge: 'report.merged',
  unmerge: 'report.unmerged',
  accept: 'report.triaged',
  reject: 'report.triaged',
  dispatch: 'report.dispatched',
  handle: 'report.handled',
  answer: 'report.answered',
  close: 'report.closed',
};

/** One step of a report, judged as the fold judges it. */
export async function takeReportStep(
  ctx: Context,
  { reportId, what }: CommandInput<'report.step'>,
): Promise<CommandAnswer<CommandResults['report.step']>> {
  const type = TYPES[what.step];
  const photos = what.step === 'handle' ? what.photos : [];
  const author = authorFor(ctx, type, ...(photos.length > 0 ? (['photo.added'] as const) : []));
  if (!author.ok) return author;
  const stream = `report:${reportId}`;
  await ctx.projector.catchUp(stream);
  const report = await ctx.db.reports.get(reportId);
  const refusal = judgeReport(report, type, what.step === 'merge' ? what.into : undefined);
  if (refusal !== undefined || report === undefined) return refuse(refusal ?? 'report_unknown');
  if (report.org !== author.value.org) return refuse('report_other_org');
  const made = await eventOf(ctx, report, what);
  if (!made.ok) return made;
  const added = await photoEvents(
    ctx,
    stream,
    report.org,
    photos.map((sha256) => ({ sha256, purpose: 'after' })),
  );
  if (!added.ok) return added;
  // Type and data belong together by construction.
  const event = { ...made.value, stream, ownerOrg: report.org } as NewEvent;
  await commitEvents(ctx, author.value, [event, ...added.value.events], { blobs: added.value.blobs });
  return { ok: true, value: {} };
}

async function eventOf(
  ctx: Context,
  report: ReportRow,
  what: ReportStepInput,
): Promise<Result<StepEvent, CommandError>> {
  switch (what.step) {
    case 'merge':
      return merged(ctx, report, what);
    case 'unmerge':
      return ok({ type: 'report.unmerged', data: { reason: what.reason } });
    case 'accept':
      return accepted(ctx, report, what);
    case 'reject':
      return ok({ type: 'report.triaged', data: { verdict: 'rejected', reason: what.reason } });
    case 'dispatch':
      return dispatched(ctx, report, what);
    case 'handle': {
      const { result, photos, caseId, inspectionId } = what;
      return ok({ type: 'report.handled', data: { result: unnamed(result), photos, caseId, inspectionId } });
    }
    case 'answer': {
      const at = what.at ?? ctx.clock.nowIso();
      if (Date.parse(at) > ctx.clock.nowMs()) return err({ code: 'report_in_future' });
      return ok({ type: 'report.answered', data: { text: unnamed(what.text), way: what.way, at } });
    }
    case 'close':
      return ok({ type: 'report.closed', data: { note: unnamed(what.note) } });
  }
}

/** Numbers do not come back into what everybody reads; the name is known under seal only, so who writes must see to it. */
function unnamed(text: string): string {
  return withoutIdentity(text, { name: '', phone: '' });
}

async function merged(
  ctx: Context,
  report: ReportRow,
  { into, reason }: Extract<ReportStepInput, { step: 'merge' }>,
): Promise<Result<StepEvent, CommandError>> {
  await ctx.projector.catchUp(`report:${into}`);
  const target = await ctx.db.reports.get(into);
  if (target === undefined) return err({ code: 'report_unknown' });
  if (target.org !== report.org) return err({ code: 'report_other_org' });
  // What would hang on a report that hangs on another one, nobody would answer.
  if (target.state === 'merged') return err({ code: 'report_merged' });
  if (target.state === 'closed') return err({ code: 'report_closed' });
  return ok({ type: 'report.merged', data: { into, reason: unnamed(reason) } });
}

function accepted(
  ctx: Context,
  report: ReportRow,
  { urgent, limit: id }: Extract<ReportStepInput, { step: 'accept' }>,
): Result<StepEvent, CommandError> {
  const { limits, hours } = ctx.catalogue.limits;
  const limit = limits.find((one) => one.id === id);
  if (limit === undefined) return err({ code: 'report_no_limit', subject: id });
  const { name, count, unit } = limit;
  const endMs = limitEndMs(Date.parse(report.receivedAt), limit, hours, ctx.catalogue.calendar);
  const dueAt = new Date(endMs).toISOString();
  return ok({
    type: 'report.triaged',
    data: { verdict: 'accepted', urgent, limit: { id, name, count, unit, dueAt } },
  });
}

async function dispatched(
  ctx: Context,
  report: ReportRow,
  { team, officer, note }: Extract<ReportStepInput, { step: 'dispatch' }>,
): Promise<Result<StepEvent, CommandError>> {
  if (team === undefined && officer === undefined) return err({ code: 'report_to_nobody' });
  const data = { team, note: unnamed(note) };
  if (officer === undefined) return ok({ type: 'report.dispatched', data });
  const card = userCardField.safeParse((await ctx.db.directory.get(`user:${officer}`))?.doc);
  if (!card.success || card.data.org !== report.org) return err({ code: 'report_to_nobody', subject: officer });
  return ok({ type: 'report.dispatched', data: { ...data, officer: { user: officer, name: card.data.name } } });
}
