import { caseTitle } from '#shared/case/title.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { CommandAnswer, CommandInput, CommandResults } from '../protocol.ts';
import { commitEvents } from '../store/commit.ts';

import { authorFor, certifiedOfficer, confirmSecond } from './author.ts';
import { openPairStep, openStep, writeStep } from './caseStep.ts';
import { photoEvents } from './photoEvents.ts';
import { siteSnapshot } from './siteSnapshot.ts';

type Names = 'case.open' | 'case.fixOnSite' | 'case.recheck' | 'supervision.return' | 'supervision.accept';

/** The correction flow of a case, and the supervision brigade's word beside it. */
export const CASE_COMMANDS: Pick<Handlers, Names> = {
  'case.open': (ctx, input) => ctx.writing.run(() => openCase(ctx, input)),
  'case.fixOnSite': (ctx, input) =>
    ctx.writing.run(async () => {
      const step = await openPairStep(ctx, input.caseId, 'fixOnSite', 'case.fixedOnSite', input.second);
      if (!step.ok) return step;
      const { officer, second } = step.value;
      const { before, after } = input;
      const data = { fixedAt: ctx.clock.nowIso(), before, after, officer, second, ...note(input.note) };
      return writeStep(ctx, step.value, { type: 'case.fixedOnSite', data }, [
        ...before.map((sha256) => ({ sha256, purpose: 'before' as const })),
        ...after.map((sha256) => ({ sha256, purpose: 'after' as const })),
      ]);
    }),
  'case.recheck': (ctx, input) =>
    ctx.writing.run(async () => {
      const step = await openPairStep(ctx, input.caseId, 'recheck', 'case.rechecked', input.second, {
        result: input.result,
        recheckedAt: ctx.clock.nowIso(),
      });
      if (!step.ok) return step;
      const { officer, second } = step.value;
      const { result, photos } = input;
      const data = { recheckedAt: ctx.clock.nowIso(), result, photos, officer, second, ...note(input.note) };
      return writeStep(
        ctx,
        step.value,
        { type: 'case.rechecked', data },
        photos.map((sha256) => ({ sha256, purpose: 'after' as const })),
      );
    }),
  'supervision.return': (ctx, { caseId, reason }) =>
    ctx.writing.run(async () => {
      const step = await openStep(ctx, caseId, 'supervise', 'supervision.returned');
      return step.ok ? writeStep(ctx, step.value, { type: 'supervision.returned', data: { reason } }) : step;
    }),
  'supervision.accept': (ctx, { caseId, note: text }) =>
    ctx.writing.run(async () => {
      const step = await openStep(ctx, caseId, 'supervise', 'supervision.accepted');
      return step.ok ? writeStep(ctx, step.value, { type: 'supervision.accepted', data: note(text) }) : step;
    }),
};

async function openCase(
  ctx: Context,
  input: CommandInput<'case.open'>,
): Promise<CommandAnswer<CommandResults['case.open']>> {
  const author = authorFor(ctx, 'case.found', 'photo.added');
  if (!author.ok) return author;
  const officer = certifiedOfficer(ctx, author.value);
  if (!officer.ok) return officer;
  const unknown = input.findings.find(
    (finding) => !ctx.catalogue.matters.some((matter) => matter.code === finding.matter),
  );
  if (unknown !== undefined) return refuse('unknown_matter', { subject: unknown.matter });
  const site = await siteSnapshot(ctx, input.siteId);
  if (site === undefined) return refuse('unknown_site', { subject: input.siteId });
  const second = await confirmSecond(ctx, input.second);
  if (!second.ok) return second;
  const org = author.value.org;
  const caseId = ctx.random.uuid('case', ctx.clock.nowMs());
  const stream = `case:${caseId}`;
  const photos = await photoEvents(ctx, stream, org, input.photos);
  if (!photos.ok) return photos;
  const { report } =
    (input.inspection === undefined ? undefined : await ctx.db.inspections.get(input.inspection)) ?? {};
  const first = ctx.catalogue.matters.find((matter) => matter.code === input.findings[0]?.matter);
  const data = {
    title: caseTitle(site.name, first?.name ?? '', input.findings.length > 1),
    site,
    ...(input.inspection === undefined ? {} : { inspection: input.inspection }),
    ...(report === undefined ? {} : { report }),
    foundAt: ctx.clock.nowIso(),
    findings: input.findings,
    facts: input.facts,
    officer: officer.value,
    second: second.value,
  };
  await commitEvents(ctx, author.value, [{ type: 'case.found', stream, ownerOrg: org, data }, ...photos.value.events], {
    blobs: photos.value.blobs,
  });
  return { ok: true, value: { caseId } };
}

function note(text: string): { readonly note?: string } {
  return text === '' ? {} : { note: text };
}
