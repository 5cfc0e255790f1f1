import { findChecklist, fullAddress } from '#shared/catalogue/find.ts';
import { paperCodeContent } from '#shared/documents/code.ts';
import { PHOTOS_ON_NOTICE, problemPhotos } from '#shared/documents/papers/d38.ts';
import { buildLoose } from '#shared/documents/papers/loose.ts';
import type { LooseSources } from '#shared/documents/papers/loosePaper.ts';
import { parseStream } from '#shared/events/stream.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { previewsOf } from '../photos/prints.ts';
import type { CommandError, LoosePaperInput } from '../protocol.ts';
import type { PrintJob } from '../rendering/render.ts';

import { orgCardOf } from './grantNumber.ts';
import { signCode } from './signCode.ts';

/**
 * What is printed as a paper outside of any case, from the stream of its record. Refused: `no_card`, `unknown_record`, `unknown_site`,
 * `unknown_checklist`, and a photo that is not here.
 */
export async function looseJob(
  ctx: Context,
  { kind, stream }: LoosePaperInput,
): Promise<Result<PrintJob, CommandError>> {
  await ctx.projector.catchUp(stream);
  return JOBS[kind](ctx, stream);
}

type Jobs = {
  readonly [K in keyof LooseSources]: (ctx: Context, stream: string) => Promise<Result<PrintJob, CommandError>>;
};

const JOBS: Jobs = { D37: agreementOfSite, D38: noticeOfInspection };

async function agreementOfSite(ctx: Context, stream: string): Promise<Result<PrintJob, CommandError>> {
  const site = await ctx.db.sites.get(parseStream(stream)?.id ?? '');
  if (site === undefined) return err({ code: 'unknown_site', subject: stream });
  const org = await orgCardOf(ctx, ctx.session.profile?.org ?? site.org);
  if (org === undefined) return err({ code: 'no_card', subject: site.org });
  const address = fullAddress(ctx.catalogue, site);
  return ok({ model: buildLoose('D37', { org, address, site, at: ctx.clock.nowIso() }) });
}

/**
 * With previews of two photos, which every device gets with the record: it can be drawn wherever the inspection is. Its code
 * is signed by the device that draws it.
 */
async function noticeOfInspection(ctx: Context, stream: string): Promise<Result<PrintJob, CommandError>> {
  const row = await ctx.db.inspections.get(parseStream(stream)?.id ?? '');
  if (row === undefined) return err({ code: 'unknown_record', subject: stream });
  const org = await orgCardOf(ctx, row.org);
  if (org === undefined) return err({ code: 'no_card', subject: row.org });
  const checklist = findChecklist(ctx.catalogue, row.checklist, row.checklistVersion);
  if (checklist === undefined) return err({ code: 'unknown_checklist', subject: row.checklist });
  const found = { inspection: row, checklist };
  const originals = problemPhotos(found);
  const photos = await ctx.db.photos.bulkGet(originals.map((original) => `${stream}#${original}`));
  const shown = originals.filter((_, index) => photos[index]?.data.thumb !== undefined);
  const made = await previewsOf(ctx, stream, shown.slice(0, PHOTOS_ON_NOTICE));
  if (!made.ok) return made;
  const prints = new Map(made.value.map(({ original, print }) => [original, print]));
  const address = fullAddress(ctx.catalogue, row.site);
  const model = buildLoose('D38', { id: row.id, org, address, ...found, prints });
  const content = paperCodeContent(model, ctx.runtime.device);
  return ok({
    model,
    photos: made.value.map(({ jpeg }) => jpeg),
    ...(content === undefined ? {} : { code: await signCode(ctx, content) }),
  });
}
