import { peopleIn } from '#shared/case/acts.ts';
import { judgeAct, judgeOpening, type ActContext } from '#shared/case/fileSteps.ts';
import { caseTitle } from '#shared/case/title.ts';
import type { EventData } from '#shared/events/registry.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { CommandAnswer, CommandInput } from '../protocol.ts';
import type { Profile } from '../session/session.ts';
import { commitEvents, type NewEvent } from '../store/commit.ts';
import type { CaseRow } from '../tables.ts';

import { actContext, refuseBy } from './actContext.ts';
import { matterOn, snapshotOf } from './actFacts.ts';
import { authorFor } from './author.ts';
import { photoEvents } from './photoEvents.ts';
import { powerToday } from './power.ts';
import { signAs, type Signatures } from './signatures.ts';
import { siteSnapshot } from './siteSnapshot.ts';

type Opened = CommandAnswer<{ readonly caseId: string }>;

/** Opens files (案卷): a new one, or the ordinary file that an on-the-spot case turns into. */
export const FILE_COMMANDS: Pick<Handlers, 'file.open' | 'file.convert'> = {
  'file.open': (ctx, input) =>
    ctx.writing.run(async () => {
      const author = authorFor(ctx, 'case.opened', 'photo.added');
      if (!author.ok) return author;
      // An assistant's clue carries no signature (城市管理执法办法 §18).
      const isSigned = input.procedure === 'spot' || input.second !== undefined;
      const signed = isSigned ? await signAs(ctx, author.value, input.second) : undefined;
      if (signed !== undefined && !signed.ok) return signed;
      return openFile(ctx, author.value, input, signed?.value);
    }),
  'file.convert': (ctx, input) => ctx.writing.run(() => convert(ctx, input)),
};

/**
 * Writes the opening of a file; its guards are the procedure's first line and the power over the matter. A clue may be
 * recorded whoever has the power: it is handed over then (行政处罚法 §25), and filed by nobody else.
 */
export async function openFile(
  ctx: Context,
  author: Profile,
  input: Omit<CommandInput<'file.open'>, 'second'>,
  signed: Signatures | undefined,
): Promise<Opened> {
  const nowIso = ctx.clock.nowIso();
  const matter = matterOn(ctx, input.matter, nowIso);
  if (matter === undefined) return refuse('unknown_matter', { subject: input.matter });
  const site = await siteSnapshot(ctx, input.siteId);
  if (site === undefined) return refuse('unknown_site', { subject: input.siteId });
  const { procedure, source, facts, party, report } = input;
  const power = await powerToday(ctx, { org: author.org, matter: matter.code, site });
  if (!power.ok && procedure !== 'ordinary') return power;
  const data: EventData<'case.opened'> = {
    procedure,
    title: caseTitle(partyName(party) ?? site.name, matter.name),
    source,
    site,
    ...(report === undefined ? {} : { report }),
    foundAt: nowIso,
    findings: [{ matter: matter.code, description: facts.slice(0, 500), photos: input.photos }],
    facts,
    matter: snapshotOf(ctx, matter, party),
    ...(party === undefined ? {} : { party }),
    ...signed,
  };
  const refusal = judgeOpening(procedure, openingContext(ctx, author, signed, data))[0];
  if (refusal !== undefined) return refuseBy(refusal);
  const caseId = ctx.random.uuid('case', ctx.clock.nowMs());
  const stream = `case:${caseId}`;
  const uses = input.photos.map((sha256) => ({ sha256, purpose: 'scene' as const }));
  const photos = await photoEvents(ctx, stream, author.org, uses);
  if (!photos.ok) return photos;
  const { events, blobs } = photos.value;
  await commitEvents(ctx, author, [{ type: 'case.opened', stream, ownerOrg: author.org, data }, ...events], { blobs });
  return { ok: true, value: { caseId } };
}

/** One frame: the on-the-spot case ends, and the file that goes on with it begins (行政处罚法 §54). */
async function convert(ctx: Context, input: CommandInput<'file.convert'>): Promise<Opened> {
  const author = authorFor(ctx, 'case.converted', 'case.opened');
  if (!author.ok) return author;
  await ctx.projector.catchUp(`case:${input.caseId}`);
  const row = await ctx.db.cases.get(input.caseId);
  if (row === undefined) return refuse('unknown_case', { subject: input.caseId });
  const signed = await signAs(ctx, author.value, input.second);
  if (!signed.ok) return signed;
  const refusal = judgeAct(row, 'case.converted', openingContext(ctx, author.value, signed.value, {})).reasons[0];
  if (refusal !== undefined) return refuseBy(refusal);
  const caseId = ctx.random.uuid('case', ctx.clock.nowMs());
  const stream = `case:${caseId}`;
  const uses = row.photos.map((sha256) => ({ sha256, purpose: 'scene' as const }));
  const photos = await photoEvents(ctx, stream, row.org, uses);
  if (!photos.ok) return photos;
  const ended = { to: caseId, reason: input.reason };
  const events: NewEvent[] = [
    { type: 'case.converted', stream: `case:${row.id}`, ownerOrg: row.org, follows: row.head, data: ended },
    { type: 'case.opened', stream, ownerOrg: row.org, data: { ...goingOn(row), ...signed.value } },
  ];
  await commitEvents(ctx, author.value, [...events, ...photos.value.events], { blobs: photos.value.blobs });
  return { ok: true, value: { caseId } };
}

function goingOn(row: CaseRow): EventData<'case.opened'> {
  const { title, site, report, foundAt, findings, facts, file } = row;
  return {
    procedure: 'ordinary',
    title,
    source: 'converted',
    site,
    foundAt,
    findings: [...findings],
    facts,
    convertedFrom: row.id,
    ...(report === undefined ? {} : { report }),
    ...(file?.party === undefined ? {} : { party: file.party }),
    ...(file?.matter === undefined ? {} : { matter: file.matter }),
  };
}

function openingContext(
  ctx: Context,
  author: Profile,
  signed: Signatures | undefined,
  data: Pick<EventData<'case.opened'>, 'matter' | 'party'>,
): ActContext {
  return actContext(ctx, author, { people: peopleIn(author.user, { ...signed }), data, ...signed });
}

function partyName(party: EventData<'case.opened'>['party']): string | undefined {
  return party?.kind === 'sole_trader' ? party.shop : party?.name;
}
