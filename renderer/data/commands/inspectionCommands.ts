import { checkInspection } from '#shared/inspection/check.ts';
import { scoreInspection } from '#shared/inspection/score.ts';
import { relevantAnswers } from '#shared/inspection/visible.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { CommandAnswer, CommandInput, CommandResults } from '../protocol.ts';
import { commitEvents } from '../store/commit.ts';

import { authorFor } from './author.ts';
import { photoEvents } from './photoEvents.ts';
import { siteSnapshot } from './siteSnapshot.ts';

/** Inspections: submitting is one event; the stream's uuid is the draft's, so a second submission adds nothing. */
export const INSPECTION_COMMANDS: Pick<Handlers, 'inspection.submit'> = {
  'inspection.submit': (ctx, input) => ctx.writing.run(() => submit(ctx, input)),
};

async function submit(
  ctx: Context,
  input: CommandInput<'inspection.submit'>,
): Promise<CommandAnswer<CommandResults['inspection.submit']>> {
  const author = authorFor(ctx, 'inspection.submitted', 'photo.added');
  if (!author.ok) return author;
  const inspectionId = input.draft;
  await ctx.projector.catchUp(`inspection:${inspectionId}`);
  if ((await ctx.db.inspections.get(inspectionId)) !== undefined) return { ok: true, value: { inspectionId } };
  const { content } = input;
  const checklist = ctx.catalogue.checklists.find(
    (one) => one.id === content.checklist && one.version === content.checklistVersion,
  );
  if (checklist === undefined)
    return refuse('unknown_checklist', { subject: `${content.checklist} v${String(content.checklistVersion)}` });
  const problem = checkInspection(checklist, content)[0];
  if (problem !== undefined) return refuse(problem.code, { subject: problem.item });
  const site = await siteSnapshot(ctx, content.siteId);
  if (site === undefined) return refuse('unknown_site', { subject: content.siteId });
  const { user, name, certificate, org } = author.value;
  const stream = `inspection:${inspectionId}`;
  const photos = await photoEvents(ctx, stream, org, input.photos);
  if (!photos.ok) return photos;
  const score = scoreInspection(checklist, content.answers);
  const data = {
    checklist: checklist.id,
    checklistVersion: checklist.version,
    site,
    startedAt: content.startedAt,
    submittedAt: ctx.clock.nowIso(),
    officer: { user, name, certificate: certificate ?? '—' },
    answers: [...relevantAnswers(checklist, content.answers)],
    scoreTenths: score.scoreTenths,
    vetoed: score.vetoed,
    ...(content.note === '' ? {} : { note: content.note }),
    ...(content.report === undefined ? {} : { report: content.report }),
    ...((content.campaigns ?? []).length === 0 ? {} : { campaigns: content.campaigns }),
  };
  await commitEvents(
    ctx,
    author.value,
    [{ type: 'inspection.submitted', stream, ownerOrg: org, data }, ...photos.value.events],
    { blobs: photos.value.blobs, dropDraft: input.draft },
  );
  return { ok: true, value: { inspectionId } };
}
