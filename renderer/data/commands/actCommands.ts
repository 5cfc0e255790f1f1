import { peopleIn, saidMs } from '#shared/case/acts.ts';
import { serviceOf } from '#shared/case/attempt.ts';
import { judgeAct } from '#shared/case/fileSteps.ts';
import { isTakenByForm } from '#shared/case/formActs.ts';
import type { ActKey } from '#shared/case/procedures/names.ts';
import { actOf } from '#shared/case/procedures/procedure.ts';
import type { DocumentKind } from '#shared/case/state.ts';
import { isCaseEventType, type EventData } from '#shared/events/registry.ts';
import { isSignedByPair } from '#shared/events/shape.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { ActTaken, CommandAnswer, CommandInput } from '../protocol.ts';
import type { Profile } from '../session/session.ts';
import { commitEvents, type Alongside, type NewEvent } from '../store/commit.ts';
import type { CaseRow } from '../tables.ts';

import { actContext, refuseBy } from './actContext.ts';
import { factsFromCatalogue } from './actFacts.ts';
import { authorFor } from './author.ts';
import { checkAct, completeAct, photosOf, type Act } from './completeAct.ts';
import { grantNumber, numberNote } from './grantNumber.ts';
import { photoEvents } from './photoEvents.ts';
import { printSheet } from './printSheet.ts';
import { signAs, type Signatures } from './signatures.ts';
import { usedReceipt } from './usedReceipt.ts';

/** Acts of a file (案卷), one by one: the same guard as the screen's, with everything the form gave. */
export const ACT_COMMANDS: Pick<Handlers, 'act.take'> = {
  'act.take': (ctx, input) => ctx.writing.run(() => take(ctx, input)),
};

async function take(ctx: Context, input: CommandInput<'act.take'>): Promise<CommandAnswer<ActTaken>> {
  const act = parseAct(input.act);
  if (act === undefined) return refuse('unknown_act', { subject: input.act });
  const author = authorFor(ctx, act.type);
  if (!author.ok) return author;
  const signed = isSignedByPair(act.type) ? await signAs(ctx, author.value, input.second) : undefined;
  if (signed !== undefined && !signed.ok) return signed;
  const by = { author: author.value, signed: signed?.value };
  return takeSigned(ctx, input.caseId, act, input.data, by, input.anyway);
}

/** Takes an act for people who have signed already. */
export async function takeSigned(
  ctx: Context,
  caseId: string,
  act: Act,
  said: Readonly<Record<string, unknown>>,
  by: Pick<Taking, 'author' | 'signed'>,
  anyway = false,
): Promise<CommandAnswer<ActTaken>> {
  await ctx.projector.catchUp(`case:${caseId}`);
  const row = await ctx.db.cases.get(caseId);
  if (row === undefined) return refuse('unknown_case', { subject: caseId });
  const given = await factsFromCatalogue(ctx, row, act, said);
  if (!given.ok) return given;
  const known = { state: row, nowIso: ctx.clock.nowIso(), newId: () => ctx.random.uuid('measure', ctx.clock.nowMs()) };
  const data = completeAct(act, given.value, { ...known, ...by.signed });
  const taking = { row, act, data, ...by };
  return act.type === 'document.issued' ? issue(ctx, taking) : write(ctx, taking, anyway);
}

type Taking = {
  readonly row: CaseRow;
  readonly author: Profile;
  readonly act: Act;
  readonly data: Readonly<Record<string, unknown>>;
  readonly signed: Signatures | undefined;
};

/** Writes an act that is no document. */
async function write(ctx: Context, taking: Taking, anyway: boolean): Promise<CommandAnswer<ActTaken>> {
  const { row, act } = taking;
  const checked = checkAct(act.type, taking.data);
  if (!checked.ok) return checked;
  const refusal = refusalOf(ctx, taking, anyway);
  if (refusal !== undefined) return refusal;
  const used = await usedReceipt(ctx, act, taking.data);
  if (used !== undefined) return { ok: false, error: used };
  const event = { type: act.type, ...placeOf(row), data: checked.value } as NewEvent;
  return commit(ctx, taking, [event]);
}

/** Issues a document: its number is granted, and its sheet frozen as a PDF, in the same frame. */
async function issue(ctx: Context, taking: Taking): Promise<CommandAnswer<ActTaken>> {
  const { row, author, act, signed } = taking;
  const kind = act.tag as DocumentKind;
  const refusal = refusalOf(ctx, taking, false);
  if (refusal !== undefined) return refusal;
  const granted = await grantNumber(ctx, author, kind);
  if (!granted.ok) return granted;
  const { grant, org } = granted.value;
  const data = { ...taking.data, document: grant.document, number: grant.number };
  const checked = checkAct('document.issued', data);
  if (!checked.ok) return checked;
  const issued = checked.value as EventData<'document.issued'>;
  if (issued.kind === 'D07' || signed === undefined) return refuse('unknown_act', { subject: kind });
  const sheet = await printSheet(ctx, { row, org, issued, officers: [signed.officer, signed.second] });
  if (!sheet.ok) return sheet;
  const { stream, ownerOrg, follows } = placeOf(row);
  const events: NewEvent[] = [
    { type: 'number.granted', stream, ownerOrg, data: grant },
    { type: 'document.issued', stream, ownerOrg, follows, data: { ...issued, ...sheet.value.frozen } },
  ];
  const alongside = { blobs: [sheet.value.blob], notes: [numberNote(grant)] };
  const written = await commit(ctx, taking, events, alongside);
  return written.ok ? { ok: true, value: { number: grant.number } } : written;
}

async function commit(
  ctx: Context,
  { row, author, data }: Taking,
  events: readonly NewEvent[],
  alongside: Alongside = {},
): Promise<CommandAnswer<ActTaken>> {
  const photos = await photoEvents(ctx, `case:${row.id}`, row.org, photosOf(data));
  if (!photos.ok) return photos;
  const blobs = [...photos.value.blobs, ...(alongside.blobs ?? [])];
  await commitEvents(ctx, author, [...photos.value.events, ...events], { ...alongside, blobs });
  return { ok: true, value: {} };
}

/** The first reason against the act; a fact that happened is written against reasons when that was asked for. */
function refusalOf(ctx: Context, { row, author, act, data, signed }: Taking, anyway: boolean) {
  const served =
    act.type === 'document.served' ? { service: serviceOf(data as unknown as EventData<'document.served'>) } : {};
  const info = judgeAct(
    row,
    actOf(act.type, act.tag),
    actContext(ctx, author, {
      happenedMs: saidMs(data),
      people: peopleIn(author.user, data),
      data,
      ...signed,
      ...served,
    }),
  );
  const first = info.reasons[0];
  return first === undefined || (anyway && info.recordable) ? undefined : refuseBy(first);
}

function placeOf(row: CaseRow): { readonly stream: string; readonly ownerOrg: string; readonly follows: string } {
  return { stream: `case:${row.id}`, ownerOrg: row.org, follows: row.head };
}

function parseAct(key: string): Act | undefined {
  const [type = '', tag] = key.split(':');
  return isCaseEventType(type) && isTakenByForm(key as ActKey) ? { type, tag } : undefined;
}
