import { MOST_IN_PACKAGE } from '#shared/events/exchangeEvents.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import { offerFor } from '../exchange/platformOffer.ts';
import { makePackage, type Prepared } from '../exchange/platformPack.ts';
import type { CommandAnswer, CommandInput } from '../protocol.ts';
import { commitEvents, type NewEvent } from '../store/commit.ts';

import { authorFor } from './author.ts';
import { orgCardOf } from './grantNumber.ts';

type Names = 'exchange.offer' | 'exchange.pack' | 'exchange.sent' | 'exchange.answer';

/** The last package that was made, until somebody says that it was saved. */
const prepared = new WeakMap<Context['db'], Prepared>();

/** Packages for platforms (运管服、生命线): file out, receipt in, nothing by network. */
export const EXCHANGE_COMMANDS: Pick<Handlers, Names> = {
  'exchange.offer': async (ctx, { platform, from }) => {
    const author = authorFor(ctx, 'exchange.packed');
    if (!author.ok) return author;
    const { org } = author.value;
    const card = await orgCardOf(ctx, org);
    if (card === undefined) return refuse('no_card', { subject: org });
    return { ok: true, value: await offerFor(ctx, card, platform, from) };
  },
  'exchange.pack': async (ctx, input) => {
    const author = authorFor(ctx, 'exchange.packed');
    if (!author.ok) return author;
    const made = await makePackage(ctx, author.value.org, input);
    if (!made.ok) return made;
    prepared.set(ctx.db, made.value.prepared);
    return { ok: true, value: made.value.file };
  },
  'exchange.sent': (ctx, input) => ctx.writing.run(() => sent(ctx, input)),
  'exchange.answer': (ctx, input) => ctx.writing.run(() => answer(ctx, input)),
};

async function sent(
  ctx: Context,
  { package: id }: CommandInput<'exchange.sent'>,
): Promise<CommandAnswer<Record<string, never>>> {
  const author = authorFor(ctx, 'exchange.packed');
  if (!author.ok) return author;
  if ((await ctx.db.exchanges.get(id)) !== undefined) return { ok: true, value: {} };
  const made = prepared.get(ctx.db);
  if (made?.id !== id) return refuse('exchange_forgotten');
  const { org } = author.value;
  const packed = { type: 'exchange.packed', stream: `exchange:${id}`, ownerOrg: org, data: made.data } as const;
  await commitEvents(ctx, author.value, [packed]);
  prepared.delete(ctx.db);
  return { ok: true, value: {} };
}

async function answer(
  ctx: Context,
  { file, answers }: CommandInput<'exchange.answer'>,
): Promise<CommandAnswer<Record<string, never>>> {
  const author = authorFor(ctx, 'exchange.answered');
  if (!author.ok) return author;
  const { org } = author.value;
  const events: NewEvent[] = [];
  for (const id of new Set(answers.map((one) => one.package))) {
    const known = await ctx.db.exchanges.get(id);
    const said = answers.filter((one) => one.package === id).map((one) => one.answer);
    const strange = said.find(({ taskNo }) => known?.items.some((item) => item.taskNo === taskNo) !== true);
    if (known?.org !== org || strange !== undefined)
      return refuse('exchange_unknown', { subject: strange?.taskNo ?? id });
    for (let at = 0; at < said.length; at += MOST_IN_PACKAGE) {
      const data = { file, answers: said.slice(at, at + MOST_IN_PACKAGE) };
      events.push({ type: 'exchange.answered', stream: `exchange:${id}`, ownerOrg: org, data });
    }
  }
  await commitEvents(ctx, author.value, events);
  return { ok: true, value: {} };
}
