import { readableEvents, type CaseEvent } from '#shared/case/caseEvent.ts';
import { matterCodeOf } from '#shared/case/matterCode.ts';
import { fullAddress } from '#shared/catalogue/find.ts';
import { buildPaper, PAPERS } from '#shared/documents/papers/index.ts';
import type { PaperKind } from '#shared/documents/papers/kinds.ts';
import { sourceOf, type Known } from '#shared/documents/papers/source.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { printsOf } from '../photos/prints.ts';
import { eventsOf } from '../projections/project.ts';
import type { CommandError } from '../protocol.ts';
import type { PrintJob } from '../rendering/render.ts';
import { allUserCards } from '../session/userCards.ts';
import type { CaseRow } from '../tables.ts';

import { matterOn } from './actFacts.ts';
import { orgCardOf } from './grantNumber.ts';

/** A case with everything its papers are made from. `stored`: every event of its stream, also those of newer versions. */
export type OpenFile = {
  readonly row: CaseRow;
  readonly stored: readonly EventEnvelope[];
  readonly events: readonly CaseEvent[];
  readonly nameOf: Known['nameOf'];
};

/** Reads a case for its papers. Refused: `unknown_case`. */
export async function openFile(ctx: Context, caseId: string): Promise<Result<OpenFile, CommandError>> {
  const stream = `case:${caseId}`;
  await ctx.projector.catchUp(stream);
  const row = await ctx.db.cases.get(caseId);
  if (row === undefined) return err({ code: 'unknown_case', subject: caseId });
  const stored = (await eventsOf(ctx.db, stream)).map(({ event }) => event);
  return ok({ row, stored, events: readableEvents(stored), nameOf: await namesOf(ctx) });
}

/** Names of people by their accounts; an account nobody knows the name of stands for itself. */
export async function namesOf(ctx: Context): Promise<Known['nameOf']> {
  const names = new Map((await allUserCards(ctx.db)).map(({ user, name }) => [user, name] as const));
  return (user) => names.get(user) ?? user;
}

/** Names of organisations as they are printed; one whose card is not here has none. */
export async function orgNamesOf(ctx: Context, orgs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const cards = await Promise.all([...new Set(orgs)].map((org) => orgCardOf(ctx, org)));
  return new Map(cards.flatMap((card) => (card === undefined ? [] : [[card.org, card.name] as const])));
}

/** What is printed as a paper of that case. Refused: `no_card`, `unknown_record`, and a photo that is not here. */
export async function paperJob(
  ctx: Context,
  { row, events, nameOf }: OpenFile,
  kind: PaperKind,
  event: string,
): Promise<Result<PrintJob, CommandError>> {
  // The agency that made the record heads its paper, also when the case has gone to another one since.
  const writer = events.find(({ _id }) => _id === event)?.org ?? row.org;
  const org = (await orgCardOf(ctx, writer)) ?? (await orgCardOf(ctx, row.org));
  if (org === undefined) return err({ code: 'no_card', subject: writer });
  const orgNames = await orgNamesOf(ctx, [row.org, ...row.handovers.flatMap(({ from, to }) => [from, to])]);
  const known: Known = {
    org,
    address: fullAddress(ctx.catalogue, row.site),
    matter: matterOn(ctx, matterCodeOf(row), row.foundAt),
    nameOf,
    orgName: (id) => orgNames.get(id) ?? id,
  };
  const source = sourceOf(row, events, event, known);
  if (source === undefined) return err({ code: 'unknown_record', subject: event });
  const shown = PAPERS[kind].photos?.(source) ?? [];
  const made = await printsOf(
    ctx,
    `case:${row.id}`,
    shown.map(({ data }) => data),
  );
  if (!made.ok) return made;
  const prints = new Map(made.value.map(({ original, print }) => [original, print]));
  return ok({ model: buildPaper(kind, { ...source, prints }), photos: made.value.map(({ jpeg }) => jpeg) });
}
