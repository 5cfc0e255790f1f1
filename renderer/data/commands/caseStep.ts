import { judgeAct } from '#shared/case/fileSteps.ts';
import { guardStep, type Refusal, type StepContext, type StepName } from '#shared/case/steps.ts';
import type { Officer, SecondSignature } from '#shared/events/fields.ts';
import type { EventData, EventType } from '#shared/events/registry.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import type { CommandAnswer, CommandError } from '../protocol.ts';
import type { Profile } from '../session/session.ts';
import { commitEvents, type NewEvent } from '../store/commit.ts';
import type { CaseRow } from '../tables.ts';

import { actContext } from './actContext.ts';
import { authorFor, certifiedOfficer, confirmSecond, todayOn } from './author.ts';
import { photoEvents, type PhotoUse } from './photoEvents.ts';

/** What a command knows of the step beside who takes it: the rules that need it are judged by it. */
type Known = Omit<StepContext, 'role' | 'org' | 'todayOn' | 'officerCertificateExpiresOn'>;

/** What a pair of officers needs for a step of a case: the case, both officers, and the author's profile. */
export type Step = {
  readonly row: CaseRow;
  readonly author: Profile;
  readonly officer: Officer;
  readonly second: SecondSignature;
};

/** Checks that this person may take a step of a case now; the same answer as the screen shows. */
export async function openStep(
  ctx: Context,
  caseId: string,
  step: StepName,
  type: EventType,
  known: Known = {},
): Promise<Result<{ readonly row: CaseRow; readonly author: Profile }, CommandError>> {
  const author = authorFor(ctx, type);
  if (!author.ok) return author;
  await ctx.projector.catchUp(`case:${caseId}`);
  const row = await ctx.db.cases.get(caseId);
  if (row === undefined) return err({ code: 'unknown_case', subject: caseId });
  const refusal = reasonAgainst(ctx, row, step, author.value, known);
  if (refusal !== undefined) return err(refusal);
  return ok({ row, author: author.value });
}

/** A correction notice stands in files, too; there their own procedure answers. */
function reasonAgainst(ctx: Context, row: CaseRow, step: StepName, author: Profile, known: Known): Refusal | undefined {
  const { role, org, certificateExpiresOn } = author;
  if (step === 'issueNotice' && row.file !== undefined) {
    const context = actContext(ctx, author, { certificatesExpireOn: [certificateExpiresOn] });
    return judgeAct(row, 'document.issued:D07', context).reasons[0];
  }
  const officerCertificateExpiresOn = certificateExpiresOn;
  const { calendar } = ctx.catalogue;
  const guard = guardStep(row, step, {
    ...known,
    role,
    org,
    todayOn: todayOn(ctx),
    calendar,
    officerCertificateExpiresOn,
  });
  return guard.ok ? undefined : guard.error;
}

/** As `openStep`, with both certified officers: the signed-in one and the second by PIN (行政处罚法 §42). */
export async function openPairStep(
  ctx: Context,
  caseId: string,
  step: StepName,
  type: EventType,
  second: { readonly user: string; readonly pin: string },
  known: Known = {},
): Promise<Result<Step, CommandError>> {
  const opened = await openStep(ctx, caseId, step, type, known);
  if (!opened.ok) return opened;
  const officer = certifiedOfficer(ctx, opened.value.author);
  if (!officer.ok) return officer;
  const confirmed = await confirmSecond(ctx, second);
  if (!confirmed.ok) return confirmed;
  return ok({ ...opened.value, officer: officer.value, second: confirmed.value });
}

/** The event a step is told by. */
type StepEvent = { [T in EventType]: { readonly type: T; readonly data: EventData<T> } }[EventType];

/** Writes a step that was found open, with the photos it names; refused when one of them was never imported here. */
export async function writeStep(
  ctx: Context,
  { row, author }: Pick<Step, 'row' | 'author'>,
  event: StepEvent,
  uses: readonly PhotoUse[] = [],
): Promise<CommandAnswer<Record<string, never>>> {
  const stream = `case:${row.id}`;
  const photos = await photoEvents(ctx, stream, row.org, uses);
  if (!photos.ok) return photos;
  const own = { ...event, stream, ownerOrg: row.org, follows: row.head } as NewEvent;
  await commitEvents(ctx, author, [...photos.value.events, own], { blobs: photos.value.blobs });
  return { ok: true, value: {} };
}
