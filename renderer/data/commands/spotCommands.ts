import { judgeSpotPenalty } from '#shared/case/spotPenalty.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import { numbersLeft } from '../numbers/grant.ts';
import { ownSeries } from '../numbers/lease.ts';
import type { CommandAnswer, CommandError, CommandInput, CommandResults } from '../protocol.ts';

import { takeSigned } from './actCommands.ts';
import { errorOf } from './actContext.ts';
import { kindOf, matterOn, rangedPenalty, snapshotOf } from './actFacts.ts';
import { authorFor } from './author.ts';
import { openFile } from './fileCommands.ts';
import { signAs } from './signatures.ts';

/** Every penalty orders correction (行政处罚法 §28). */
const ORDER = '责令立即改正上述违法行为。';

type Answer = CommandAnswer<CommandResults['spot.decide']>;

/**
 * 当场处罚 from finding to decision in one go (行政处罚法 §51-52): opens the file, records that the party was told and heard,
 * and issues the decision. What was written stays when a later part is refused: the case then goes on from there.
 */
export const SPOT_COMMANDS: Pick<Handlers, 'spot.decide'> = {
  'spot.decide': (ctx, input) => ctx.writing.run(() => decide(ctx, input)),
};

async function decide(ctx: Context, input: CommandInput<'spot.decide'>): Promise<Answer> {
  const author = authorFor(ctx, 'case.opened', 'photo.added', 'case.told', 'document.issued');
  if (!author.ok) return author;
  const { second, told, penalty, ...file } = input;
  const signed = await signAs(ctx, author.value, second);
  if (!signed.ok) return signed;
  if (told.objection !== 'new_facts' && (await numbersLeft(ctx, ownSeries(ctx, author.value, 'D21'))) === 0)
    return refuse('no_number');
  const against = lawfulPenalty(ctx, input);
  if (!against.ok) return against;
  const opened = await openFile(ctx, author.value, { ...file, procedure: 'spot' }, signed.value);
  if (!opened.ok) return opened;
  const { caseId } = opened.value;
  const by = { author: author.value, signed: signed.value };
  const heard = await takeSigned(ctx, caseId, { type: 'case.told', tag: undefined }, told, by);
  if (!heard.ok) return { ok: true, value: { caseId, refused: heard.error } };
  const issued = await takeSigned(ctx, caseId, { type: 'document.issued', tag: 'D21' }, { penalty, text: ORDER }, by);
  return issued.ok
    ? { ok: true, value: { caseId, number: issued.value.number } }
    : { ok: true, value: { caseId, refused: issued.error } };
}

/** Whether the decision that is to follow can be made at all: asked before anything is written. */
function lawfulPenalty(
  ctx: Context,
  { matter: code, party, told, penalty }: CommandInput<'spot.decide'>,
): Result<void, CommandError> {
  const matter = matterOn(ctx, code, ctx.clock.nowIso());
  if (matter === undefined) return err({ code: 'unknown_matter', subject: code });
  if (told.objection === 'new_facts') return ok(undefined);
  const ranged = rangedPenalty(
    matter,
    { kind: kindOf(party), soleTraderAs: ctx.catalogue.settings.soleTraderAs },
    penalty,
  );
  if (!ranged.ok) return ranged;
  const known = { matter: snapshotOf(ctx, matter, party), party, penalty: ranged.value };
  const refusal = judgeSpotPenalty(known, chinaDateOf(ctx.clock.nowMs()))[0];
  return refusal === undefined ? ok(undefined) : err(errorOf(refusal));
}
