import { readCaseEvents } from '#shared/case/caseEvent.ts';
import { matterCodeOf } from '#shared/case/matterCode.ts';
import { fullAddress } from '#shared/catalogue/find.ts';
import { photosIn } from '#shared/documents/papers/d03.ts';
import { buildPaper } from '#shared/documents/papers/index.ts';
import { sourceOf, type Known } from '#shared/documents/papers/source.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import { printsOf } from '../photos/prints.ts';
import { eventsOf } from '../projections/project.ts';
import type { CommandAnswer, CommandInput, DrawnPaper } from '../protocol.ts';
import { drawDocument } from '../rendering/renderDocument.ts';
import { allUserCards } from '../session/userCards.ts';

import { matterOn } from './actFacts.ts';
import { orgCardOf } from './grantNumber.ts';

/** Papers of a file that are made from its records: drawn when somebody wants them, kept once they come back signed. */
export const PAPER_COMMANDS: Pick<Handlers, 'paper.draw'> = { 'paper.draw': drawPaper };

/** Draws a paper anew from its record; nothing is kept. */
export async function drawPaper(
  ctx: Context,
  { caseId, kind, event }: CommandInput<'paper.draw'>,
): Promise<CommandAnswer<DrawnPaper>> {
  if (ctx.session.profile === undefined) return refuse('not_signed_in');
  const stream = `case:${caseId}`;
  await ctx.projector.catchUp(stream);
  const state = await ctx.db.cases.get(caseId);
  if (state === undefined) return refuse('unknown_case', { subject: caseId });
  const rows = await eventsOf(ctx.db, stream);
  const events = readCaseEvents(rows.map((row) => row.event)).flatMap((read) =>
    read.is === 'readable' ? [read.event] : [],
  );
  // The agency that made the record heads its paper, also when the case has gone to another one since.
  const writer = events.find(({ _id }) => _id === event)?.org ?? state.org;
  const org = (await orgCardOf(ctx, writer)) ?? (await orgCardOf(ctx, state.org));
  if (org === undefined) return refuse('no_card', { subject: writer });
  const known: Known = {
    org,
    address: fullAddress(ctx.catalogue, state.site),
    matter: matterOn(ctx, matterCodeOf(state), state.foundAt),
    nameOf: await namesOf(ctx),
  };
  const source = sourceOf(state, events, event, known);
  if (source === undefined) return refuse('unknown_record', { subject: event });
  const shown = kind === 'D03' ? photosIn(source).map(({ data }) => data) : [];
  const made = await printsOf(ctx, stream, shown);
  if (!made.ok) return made;
  const prints = new Map(made.value.map(({ original, print }) => [original, print]));
  const photos = made.value.map(({ jpeg }) => jpeg);
  return { ok: true, value: await drawDocument({ model: buildPaper(kind, { ...source, prints }), photos }) };
}

/** Names of people by their accounts; an account nobody knows the name of stands for itself. */
export async function namesOf(ctx: Context): Promise<Known['nameOf']> {
  const names = new Map((await allUserCards(ctx.db)).map(({ user, name }) => [user, name] as const));
  return (user) => names.get(user) ?? user;
}
