import { readCaseEvents } from '#shared/case/caseEvent.ts';
import { matterCodeOf } from '#shared/case/matterCode.ts';
import { fullAddress } from '#shared/catalogue/find.ts';
import { buildPaper } from '#shared/documents/papers/index.ts';
import { sourceOf, type Known } from '#shared/documents/papers/source.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import { eventsOf } from '../projections/project.ts';
import type { ActTaken, CommandAnswer, CommandInput } from '../protocol.ts';
import { drawDocument } from '../rendering/renderDocument.ts';
import { allUserCards } from '../session/userCards.ts';

import { takeSigned } from './actCommands.ts';
import { matterOn } from './actFacts.ts';
import { authorFor } from './author.ts';
import { orgCardOf } from './grantNumber.ts';

/** Papers of a file that are made from its records: drawn when somebody wants them, kept once they come back signed. */
export const PAPER_COMMANDS: Pick<Handlers, 'paper.draw' | 'paper.scan'> = {
  'paper.scan': (ctx, input) => ctx.writing.run(() => scan(ctx, input)),
  'paper.draw': async (ctx, { caseId, kind, event }) => {
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
    return { ok: true, value: await drawDocument({ model: buildPaper(kind, source) }) };
  },
};

/** 签名件归档: only of a record that the case has. */
async function scan(ctx: Context, input: CommandInput<'paper.scan'>): Promise<CommandAnswer<ActTaken>> {
  const author = authorFor(ctx, 'paper.scanned');
  if (!author.ok) return author;
  await ctx.projector.catchUp(`case:${input.caseId}`);
  const row = await ctx.db.cases.get(input.caseId);
  const isThere = row?.timeline.some(({ event, verdict }) => event === input.event && verdict.is !== 'void') === true;
  if (!isThere) return refuse('unknown_record', { subject: input.event });
  const said = { paper: input.kind, of: input.event, photos: input.photos };
  const by = { author: author.value, signed: undefined };
  return takeSigned(ctx, input.caseId, { type: 'paper.scanned', tag: undefined }, said, by);
}

async function namesOf(ctx: Context): Promise<Known['nameOf']> {
  const names = new Map((await allUserCards(ctx.db)).map(({ user, name }) => [user, name] as const));
  return (user) => names.get(user) ?? user;
}
