import type { CaseEvent } from '../case/caseEvent.ts';
import { clockOf } from '../case/clocks.ts';
import { countingEvents } from '../case/counting.ts';
import { instalmentsOf, type InstalmentDue } from '../case/instalments.ts';
import { unpaidFen } from '../case/payment.ts';
import type { CaseDocument, CaseState, DocumentKind } from '../case/state.ts';
import { countClock } from '../deadlines/count.ts';
import { DEADLINES } from '../deadlines/deadlines.ts';
import type { Instalment } from '../events/filingEvents.ts';
import type { EventData } from '../events/registry.ts';
import { chinaDateOf, type ChinaDate } from '../kernel/chinaTime.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

type Issued = Exclude<EventData<'document.issued'>, { readonly kind: 'D07' }>;

/** What the form of a document says beside its text. */
export type SaidInForm = Pick<
  Issued,
  'measure' | 'heldAt' | 'place' | 'object' | 'manner' | 'startAt' | 'performer' | 'costFen' | 'payCode'
>;

/** 登记保存, 查封 or 扣押: as it was taken, until when it lasts, and how it ended. */
export type MeasureFacts = {
  readonly taken: EventData<'measure.taken'>;
  readonly untilOn: ChinaDate | undefined;
  readonly ended: EventData<'measure.ended'> | undefined;
  /** Number of the paper that was handed over when it was taken. */
  readonly number: string | undefined;
};

/** What a file holds that documents speak of; whatever it does not hold is left out. */
export type SheetFacts = {
  /** The measure that the document is about. */
  readonly measure?: MeasureFacts | undefined;
  /** All of them. */
  readonly measures: readonly MeasureFacts[];
  readonly hearing?: (EventData<'hearing.called'> & { readonly hostName: string }) | undefined;
  readonly court?: EventData<'case.courtApplied'> | undefined;
  readonly transferred?: EventData<'case.transferred'> | undefined;
  readonly decision?: CaseDocument | undefined;
  readonly urging?: CaseDocument | undefined;
  /** What is left of a fine, and its last day with every deferral. */
  readonly unpaidFen: number;
  readonly payUntilOn?: ChinaDate | undefined;
  /** 分期: as they were approved; absent where the fine is due as a whole. */
  readonly instalments?: readonly Instalment[] | undefined;
  /** The same as they stand when the document is made. */
  readonly dues?: readonly InstalmentDue[] | undefined;
};

/** What is known beside the case. */
type Known = {
  readonly calendar?: WorkCalendar | undefined;
  /** The name of an account. */
  readonly nameOf: (user: string) => string;
};

/** Reads from the events of a file what a document says; what is void in the case counts for nothing. */
export function sheetFacts(
  state: CaseState,
  events: readonly CaseEvent[],
  { measure }: SaidInForm,
  { calendar, nameOf }: Known,
): SheetFacts {
  const counting = countingEvents(state, events);
  const called = lastOf(counting, 'hearing.called');
  const dues = instalmentsOf(state, calendar);
  const measures = measuresOf(state, counting, calendar);
  return {
    measure: measures.find(({ taken }) => taken.id === measure),
    measures,
    hearing: called && { ...called, hostName: nameOf(called.host) },
    court: lastOf(counting, 'case.courtApplied'),
    transferred: lastOf(counting, 'case.transferred'),
    decision: validOf(state, 'D21', 'D22', 'D24'),
    urging: validOf(state, 'D25'),
    unpaidFen: unpaidFen(state),
    payUntilOn: dues.at(-1)?.dueOn ?? clockOf(state, 'pay', calendar)?.dueOn,
    ...(state.file?.instalments === undefined ? {} : { instalments: state.file.instalments, dues }),
  };
}

function measuresOf(
  state: CaseState,
  events: readonly CaseEvent[],
  calendar: WorkCalendar | undefined,
): readonly MeasureFacts[] {
  return events.flatMap((event) => {
    if (event.type !== 'measure.taken') return [];
    const { id, measure, at } = event.data;
    const deadline = measure === 'register' ? DEADLINES.registerKeep : DEADLINES.seizure;
    const paper = measure === 'register' ? 'D09' : 'D11';
    const ended = events.flatMap((one) => (one.type === 'measure.ended' && one.data.id === id ? [one.data] : []));
    return [
      {
        taken: event.data,
        untilOn: countClock({ deadline, startOn: chinaDateOf(Date.parse(at)) }, calendar).dueOn,
        ended: ended.at(-1),
        number: state.documents.findLast((one) => one.kind === paper && one.measure === id && one.voided === undefined)
          ?.number,
      },
    ];
  });
}

function lastOf<T extends CaseEvent['type']>(events: readonly CaseEvent[], type: T): EventData<T> | undefined {
  return events.findLast((event) => event.type === type)?.data as EventData<T> | undefined;
}

function validOf(state: CaseState, ...kinds: readonly DocumentKind[]): CaseDocument | undefined {
  return state.documents.findLast(({ kind, voided }) => kinds.includes(kind) && voided === undefined);
}
