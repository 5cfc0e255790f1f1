import { serviceOf } from '#shared/case/attempt.ts';
import { fullAddress } from '#shared/catalogue/find.ts';
import { buildD07, type D07Input } from '#shared/documents/d07.ts';
import type { SheetModel } from '#shared/documents/sheetModel.ts';
import type { Officer } from '#shared/events/fields.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import { previewsOf } from '../photos/prints.ts';
import { eventsOf } from '../projections/project.ts';
import type { CommandAnswer, CommandError, CommandInput, CommandResults } from '../protocol.ts';
import type { PrintJob } from '../rendering/render.ts';
import { drawDocument } from '../rendering/renderDocument.ts';
import { commitEvents } from '../store/commit.ts';
import type { CaseRow } from '../tables.ts';

import { authorFor, certifiedOfficer, todayOn } from './author.ts';
import { openPairStep, openStep, writeStep } from './caseStep.ts';
import { grantNumber, numberNote, orgCardOf } from './grantNumber.ts';
import { keepSheet, printSigned } from './keepSheet.ts';

type Names = 'notice.preview' | 'notice.issue' | 'notice.serve' | 'number.void';
type NoticeInput = CommandInput<'notice.preview'>;

/** The correction notice (责令限期改正通知书, D07): preview, issuing with a number of the device's block, service. */
export const NOTICE_COMMANDS: Pick<Handlers, Names> = {
  'notice.preview': async (ctx, input) => {
    const author = authorFor(ctx, 'document.issued');
    if (!author.ok) return author;
    const officer = certifiedOfficer(ctx, author.value);
    if (!officer.ok) return officer;
    await ctx.projector.catchUp(`case:${input.caseId}`);
    const row = await ctx.db.cases.get(input.caseId);
    if (row === undefined) return refuse('unknown_case', { subject: input.caseId });
    const other = row.officer?.user === officer.value.user ? row.second : row.officer;
    if (other === undefined) return refuse('no_certificate', { article: '行政处罚法 §42' });
    const model = await modelOf(ctx, row, input, [officer.value, other], undefined);
    if (!model.ok) return model;
    return { ok: true, value: await drawDocument(model.value) };
  },
  'notice.issue': (ctx, input) => ctx.writing.run(() => issue(ctx, input)),
  'notice.serve': (ctx, input) => ctx.writing.run(() => serve(ctx, input)),
  'number.void': (ctx, input) =>
    ctx.writing.run(async () => {
      const step = await openStep(ctx, input.caseId, 'voidNumber', 'number.voided', { document: input.document });
      if (!step.ok) return step;
      const granted = (await eventsOf(ctx.db, `case:${input.caseId}`))
        .map(({ event }) => event)
        .find((event) => event.type === 'number.granted' && event.data.document === input.document);
      if (granted?.type !== 'number.granted') return refuse('unknown_document', { subject: input.document });
      const data = { ...granted.data, reason: input.reason };
      return writeStep(ctx, step.value, { type: 'number.voided', data });
    }),
};

async function issue(
  ctx: Context,
  input: CommandInput<'notice.issue'>,
): Promise<CommandAnswer<CommandResults['notice.issue']>> {
  const step = await openPairStep(ctx, input.caseId, 'issueNotice', 'document.issued', input.second, {
    notice: { noticeOn: todayOn(ctx), dueOn: input.deadline.dueOn },
  });
  if (!step.ok) return step;
  const { row, author, officer, second } = step.value;
  const granted = await grantNumber(ctx, author, 'D07');
  if (!granted.ok) return refuse(granted.error.code, granted.error);
  const { grant } = granted.value;
  const { document, number } = grant;
  const notice = await modelOf(ctx, row, input, [officer, second], number);
  if (!notice.ok) return notice;
  const { model, photos } = notice.value;
  const { frozen, blob } = await keepSheet(ctx, row, author.user, await printSigned(ctx, model, 0, photos));
  const stream = `case:${row.id}`;
  const issued = {
    document,
    kind: 'D07' as const,
    number,
    issuedAt: model.issuedAt,
    noticeOn: todayOn(ctx),
    deadline: input.deadline,
    officer,
    second,
    ...frozen,
  };
  await commitEvents(
    ctx,
    author,
    [
      { type: 'number.granted', stream, ownerOrg: row.org, data: grant },
      { type: 'document.issued', stream, ownerOrg: row.org, data: issued, follows: row.head },
    ],
    {
      blobs: [blob],
      notes: [numberNote(grant)],
    },
  );
  return { ok: true, value: { document, number, pdfSha256: frozen.pdf.sha256 } };
}

async function serve(
  ctx: Context,
  input: CommandInput<'notice.serve'>,
): Promise<CommandAnswer<CommandResults['notice.serve']>> {
  const { caseId, document, second: signature, servedAt = ctx.clock.nowIso(), ...said } = input;
  const step = await openPairStep(ctx, caseId, 'serveNotice', 'document.served', signature, {
    document,
    service: serviceOf(said),
    ...{ happenedMs: Date.parse(said.receivedOn ?? servedAt), writtenMs: ctx.clock.nowMs() },
  });
  if (!step.ok) return step;
  const { row, officer, second } = step.value;
  if (!row.documents.some((one) => one.document === document)) return refuse('unknown_document', { subject: document });
  const data = { ...said, document, servedAt, officer, second };
  return writeStep(
    ctx,
    step.value,
    { type: 'document.served', data },
    said.photos.map((sha256) => ({ sha256, purpose: 'service' as const })),
  );
}

async function modelOf(
  ctx: Context,
  row: CaseRow,
  input: NoticeInput,
  officers: readonly [Officer, Officer],
  number: string | undefined,
): Promise<Result<Pick<PrintJob, 'photos'> & { readonly model: SheetModel }, CommandError>> {
  const org = await orgCardOf(ctx, row.org);
  if (org === undefined) return err({ code: 'no_card', subject: row.org });
  const matter = ctx.catalogue.matters.find((one) => one.code === input.matter);
  if (matter === undefined) return err({ code: 'unknown_matter', subject: input.matter });
  const [first, second] = officers;
  const previews = await previewsOf(ctx, `case:${row.id}`, input.photos ?? []);
  if (!previews.ok) return previews;
  const d07: D07Input = {
    // The phone for questions is the one the officer gives; the person to ask is the officer.
    org: { ...org, phone: input.contact },
    number,
    issuedAt: ctx.clock.nowIso(),
    noticeOn: todayOn(ctx),
    party: { ...row.site, address: fullAddress(ctx.catalogue, row.site) },
    foundAt: row.foundAt,
    matter,
    facts: input.facts,
    toCorrect: input.toCorrect,
    deadline: input.deadline,
    contact: first.name,
    officers: [named(first), named(second)],
    photos: previews.value.map(({ print, original }) => ({ print, original })),
  };
  const model = buildD07(d07);
  const photos = previews.value.map(({ jpeg }) => jpeg);
  return model.ok ? ok({ model: model.value, photos }) : err({ code: model.error, subject: input.matter });
}

function named({ user, name, certificate }: Officer): Officer {
  return { user, name, certificate };
}
