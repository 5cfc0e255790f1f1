import { chinaDateOf, type ChinaDate } from '../kernel/chinaTime.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import type { CaseEvent } from './caseEvent.ts';
import type { ActKey } from './procedures/names.ts';
import { effectiveOn } from './service.ts';
import type { CaseState, TimelineEntry } from './state.ts';

/** The member of an event's data that tells its kinds apart; documents that were served or posted are asked for theirs. */
const TAGS: Readonly<Partial<Record<CaseEvent['type'], string>>> = {
  'case.opened': 'procedure',
  'case.rechecked': 'result',
  'case.reviewed': 'opinion',
  'case.approved': 'what',
  'record.made': 'record',
  'document.issued': 'kind',
  'statement.waived': 'what',
  'measure.taken': 'measure',
  'cash.handedIn': 'to',
  'government.ordered': 'what',
  'structure.demolished': 'mode',
};

/** Members that hold the instant at which something happened, in the order in which they count. */
const INSTANTS = ['at', 'endedAt', 'servedAt', 'recheckedAt', 'fixedAt', 'printedAt', 'issuedAt', 'foundAt'];

/** The member by which an act's data tells its kind; undefined when the type has one kind only. */
export function kindMember(type: string): string | undefined {
  return Object.hasOwn(TAGS, type) ? TAGS[type as CaseEvent['type']] : undefined;
}

/** The kind of an event among those of its type; undefined when the type has one kind only. */
export function tagOf(event: CaseEvent, state: Pick<CaseState, 'documents'> | undefined): string | undefined {
  if (event.type === 'document.served' || event.type === 'document.posted') {
    const { document } = event.data;
    return state?.documents.find((known) => known.document === document)?.kind;
  }
  // A scan of a signed paper is told apart from evidence.
  if (event.type === 'photo.added') return event.data.purpose === 'scan' ? 'scan' : undefined;
  const member = TAGS[event.type];
  const value = member === undefined ? undefined : (event.data as Readonly<Record<string, unknown>>)[member];
  return typeof value === 'string' ? value : undefined;
}

/** Unix milliseconds at which the event was written, by the server's clock where the author knew it. */
export function writtenMs(event: CaseEvent): number {
  return Date.parse(event.wallAt) + (event.serverOffsetMs ?? 0);
}

/** Unix milliseconds at which it happened, as the event says; a decision happens when it is written. */
export function happenedMs(event: CaseEvent): number {
  return saidMs(event.data) ?? writtenMs(event);
}

/**
 * The instant that the data of an act tells, in Unix milliseconds; undefined when it tells none that exists. A day on a return
 * slip says more than the hour at which it was noted (民事诉讼法 §91).
 */
export function saidMs(data: object): number | undefined {
  const { receivedOn } = data as { readonly receivedOn?: unknown };
  if (typeof receivedOn === 'string' && receivedOn !== '') return Date.parse(`${receivedOn}T00:00:00+08:00`);
  for (const member of INSTANTS) {
    const value = (data as Readonly<Record<string, unknown>>)[member];
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN; // the schema checks the form, not the hour
    if (!Number.isNaN(ms)) return ms;
  }
  return undefined;
}

/** Date in Asia/Shanghai on which it happened. */
export function happenedOn(event: CaseEvent): ChinaDate {
  return chinaDateOf(happenedMs(event));
}

/** The day from which periods run that an act starts: of a service the day on which it took effect. */
export function countsFrom(entry: Pick<TimelineEntry, 'on' | 'announced'>, calendar?: WorkCalendar): ChinaDate {
  return effectiveOn({ on: entry.on, isAnnounced: entry.announced === true }, calendar);
}

/** Accounts of everybody who took part. */
export function peopleOf(event: CaseEvent): readonly string[] {
  return peopleIn(event.by, event.data);
}

/** Accounts of everybody who takes part in an act with that data, its author among them. */
export function peopleIn(by: string, data: object): readonly string[] {
  const { officer, second, host } = data as {
    readonly officer?: { readonly user: string };
    readonly second?: { readonly user: string };
    readonly host?: string;
  };
  return [...new Set([by, officer?.user, second?.user, host].filter((user) => user !== undefined))];
}

/** True when a line of the timeline is about that act. */
export function isAct(entry: Pick<TimelineEntry, 'type' | 'tag'>, key: ActKey): boolean {
  const at = key.indexOf(':');
  return at === -1 ? entry.type === key : entry.type === key.slice(0, at) && entry.tag === key.slice(at + 1);
}

/** The last of these acts that took effect by the rules; what was only recorded does not count. */
export function lastAct(state: CaseState | undefined, keys: readonly ActKey[]): TimelineEntry | undefined {
  return state?.timeline.findLast(({ verdict, ...entry }) => {
    return verdict.is === 'applied' && keys.some((key) => isAct(entry, key));
  });
}

/** True when one of these acts took effect after another line of the timeline; without one, at any time. */
export function wasDone(state: CaseState | undefined, keys: readonly ActKey[], after?: TimelineEntry): boolean {
  const last = lastAct(state, keys);
  if (last === undefined || state === undefined) return false;
  return after === undefined || state.timeline.indexOf(last) > state.timeline.indexOf(after);
}
