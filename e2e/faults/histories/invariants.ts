import { isAct } from '#shared/case/acts.ts';
import type { ActKey } from '#shared/case/procedures/names.ts';
import type { CaseState, TimelineEntry } from '#shared/case/state.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import type { Penalty } from '#shared/events/penalty.ts';
import { addCalendarDays, addCalendarMonths, addWorkingDays, isWorkingDay } from '#shared/kernel/days.ts';

/** One invariant that a folded file may break: its name, and what of the file breaks it. */
type Invariant = readonly [name: string, broken: (file: Played) => string | undefined];

/** A file as it was folded, with the data of its events. */
export type Played = { readonly state: CaseState; readonly data: ReadonlyMap<string, EventEnvelope['data']> };

/** Reads a folded file together with the events it was folded from. */
export function played(state: CaseState, events: readonly EventEnvelope[]): Played {
  return { state, data: new Map(events.map(({ _id, data }) => [_id, data])) };
}

/** Everything that no reachable file may break. Stated beside the rules, from the articles, not with their code. */
export const INVARIANTS: readonly Invariant[] = [
  ['no decision without a served notice and its time', decisionHeard],
  ['no fine above the notified one', fineNotAboveNotified],
  ['no demolition before both remedy periods, by night or on a holiday', demolitionInTime],
  ['no demolition within fifteen days of a reconsideration', demolitionAfterReview],
  ['no step by one officer', twoOfficers],
  ['after a hearing a new legal review', reviewAfterHearing],
  ['who reviews or hosts a hearing did not investigate', independent],
  ['nothing frozen changes', frozen],
  ['only those with the power decide', powers],
  ['on the spot no more than the limit', spotLimit],
];

const HANDLING: readonly ActKey[] = ['record.made', 'party.identified', 'case.investigated'];

function applied({ state }: Played, key: ActKey): readonly TimelineEntry[] {
  return state.timeline.filter((entry) => entry.verdict.is === 'applied' && isAct(entry, key));
}

function before(file: Played, key: ActKey, than: TimelineEntry): TimelineEntry | undefined {
  const end = file.state.timeline.indexOf(than);
  return file.state.timeline.slice(0, end).findLast((entry) => entry.verdict.is === 'applied' && isAct(entry, key));
}

function decisionHeard(file: Played): string | undefined {
  for (const decided of applied(file, 'case.decided')) {
    const served = before(file, 'document.served:D17', decided) ?? before(file, 'document.served:D18', decided);
    if (served === undefined) return `${decided.event} has no served notice`;
    const waived = before(file, 'statement.waived:statement', decided);
    if (waived === undefined && decided.on <= addWorkingDays(countsOn(file, served), 3))
      return `${decided.event} came on ${decided.on}`;
  }
  return undefined;
}

/** 公告送达 counts thirty days later (民事诉讼法 §95). */
function countsOn({ data }: Played, { event, on }: TimelineEntry): string {
  const { mode } = data.get(event) as { readonly mode: string };
  return mode === 'announcement' ? addCalendarDays(on, 30) : on;
}

function fineNotAboveNotified(file: Played): string | undefined {
  for (const decided of applied(file, 'case.decided')) {
    const notice = before(file, 'document.issued:D17', decided);
    const other = before(file, 'document.issued:D18', decided);
    const notified = Math.max(fineOf(file, notice), fineOf(file, other));
    if (fineOf(file, decided) > notified) return `${String(fineOf(file, decided))} after ${String(notified)}`;
  }
  return undefined;
}

function fineOf({ data }: Played, entry: TimelineEntry | undefined): number {
  const penalty = (data.get(entry?.event ?? '') as { readonly penalty?: Penalty } | undefined)?.penalty;
  return penalty?.fineFen ?? 0;
}

function demolitionInTime(file: Played): string | undefined {
  for (const gone of applied(file, 'structure.demolished:forced')) {
    const served = before(file, 'document.served:D24', gone);
    if (served === undefined) return 'no served order';
    const from = countsOn(file, served);
    if (gone.on <= addCalendarDays(from, 60) || gone.on <= addCalendarMonths(from, 6)) return `on ${gone.on}`;
    const { at } = file.data.get(gone.event) as { readonly at: string };
    const hour = (new Date(at).getUTCHours() + 8) % 24;
    if (hour < 6 || hour >= 22 || !isWorkingDay(gone.on)) return `at ${at}`;
  }
  return undefined;
}

/** 行政诉讼法 §45; a second end of what has ended already says nothing. */
function demolitionAfterReview(file: Played): string | undefined {
  for (const gone of applied(file, 'structure.demolished:forced')) {
    let isOpen = false;
    for (const entry of file.state.timeline.slice(0, file.state.timeline.indexOf(gone))) {
      if (entry.verdict.is !== 'applied') continue;
      if (entry.type === 'remedy.filed') isOpen = true;
      if (entry.type !== 'remedy.ended' || !isOpen) continue;
      isOpen = false;
      if (gone.on <= addCalendarDays(entry.on, 15)) return `on ${gone.on}, ended on ${entry.on}`;
    }
  }
  return undefined;
}

function twoOfficers(file: Played): string | undefined {
  const alone = file.state.timeline.find(({ event, verdict }) => {
    const pair = file.data.get(event) as Partial<Record<'officer' | 'second', { readonly user: string }>> | undefined;
    return verdict.is === 'applied' && pair?.officer !== undefined && pair.officer.user === pair.second?.user;
  });
  return alone?.event;
}

function reviewAfterHearing(file: Played): string | undefined {
  for (const decided of applied(file, 'case.decided')) {
    const held = before(file, 'hearing.held', decided);
    const passed = before(file, 'case.reviewed:pass', decided);
    if (held !== undefined && (passed === undefined || passed.at < held.at)) return decided.event;
  }
  return undefined;
}

function independent(file: Played): string | undefined {
  const judges = [
    ...applied(file, 'case.reviewed'),
    ...applied(file, 'hearing.held'),
    ...applied(file, 'hearing.reported'),
  ];
  const bad = judges.find((entry) => {
    const end = file.state.timeline.indexOf(entry);
    const handlers = file.state.timeline
      .slice(0, end)
      .filter((one) => one.verdict.is === 'applied' && HANDLING.some((key) => isAct(one, key)));
    return handlers.some(({ people }) => people.some((user) => entry.people.includes(user)));
  });
  return bad?.event;
}

/** After an end nothing takes effect but the archive, money, remedies, measures given back, and what stands beside. */
function frozen(file: Played): string | undefined {
  const { timeline } = file.state;
  const ends: readonly ActKey[] = [
    'case.archived',
    'case.transferred',
    'case.terminated',
    'case.converted',
    'case.notFiled',
  ];
  const end = timeline.findIndex((entry) => entry.verdict.is === 'applied' && ends.some((key) => isAct(entry, key)));
  const MOVES =
    /^(case\.(?!archived|rechecked|handedOver)|party|record|hearing|statement|document\.issued|structure|demolition)/;
  const after =
    end === -1
      ? undefined
      : timeline.slice(end + 1).find(({ type, verdict }) => verdict.is === 'applied' && MOVES.test(type));
  if (after !== undefined) return `${after.type} after the end`;
  const decisions = applied(file, 'case.decided');
  return decisions.length > 1 ? 'decided twice' : undefined;
}

function powers(file: Played): string | undefined {
  const heads: readonly ActKey[] = [
    'case.filed',
    'case.decided',
    'case.enforcementDecided',
    'case.courtApplied',
    'demolition.scheduled',
  ];
  const bad = heads.flatMap((key) => applied(file, key)).find(({ role }) => !role.endsWith('/agency_head'));
  const reviewers = applied(file, 'case.reviewed').find(({ role }) => !role.endsWith('/legal_reviewer'));
  return (bad ?? reviewers)?.event;
}

function spotLimit(file: Played): string | undefined {
  const over = applied(file, 'document.issued:D21').find((entry) => fineOf(file, entry) > 300_000);
  return over?.event;
}
