import type { ReactNode } from 'react';

import type { TimelineEntry } from '#shared/case/state.ts';
import { worstState } from '#shared/sync/itemState.ts';

import { TimelineView, type TimelineItem } from '../../components/TimelineView.tsx';
import { useNames, type Names } from '../../queries/directory.ts';
import { useImportedIds } from '../../queries/imported.ts';
import { useUnsettled, type UnsettledRecords } from '../../queries/itemStates.ts';
import { showInstant } from '../format.ts';
import { bundleText } from '../language/zh/bundle.ts';
import { eventName } from '../language/zh/caseWords.ts';
import { messageOf } from '../language/zh/errors.ts';
import { recordText } from '../language/zh/record.ts';
import { stateWords } from '../language/zh/states.ts';

import { WithheldList } from './WithheldList.tsx';

function toneOf(entry: TimelineEntry): NonNullable<TimelineItem['tone']> {
  if (entry.type.startsWith('supervision.')) return 'supervision';
  if (entry.type === 'case.rechecked') return entry.detail === 'fixed' ? 'good' : 'bad';
  return entry.type === 'case.fixedOnSite' ? 'good' : 'normal';
}

/** A line of the timeline: one event, or several photos that one person added at once. */
type Line = { readonly entry: TimelineEntry; readonly count: number; readonly events: readonly string[] };

function linesOf(entries: readonly TimelineEntry[]): readonly Line[] {
  const lines: Line[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const joins =
      last?.entry.type === 'photo.added' &&
      entry.type === 'photo.added' &&
      last.entry.by === entry.by &&
      last.entry.verdict.is === 'applied' &&
      entry.verdict.is === 'applied';
    if (joins) lines[lines.length - 1] = { ...last, count: last.count + 1, events: [...last.events, entry.event] };
    else lines.push({ entry, count: 1, events: [entry.event] });
  }
  return lines;
}

function detailOf({ entry, count }: Line): string {
  if (count > 1) return recordText.photos(count, entry.detail ?? '');
  if (entry.type !== 'case.rechecked') return entry.detail ?? '';
  return entry.detail === 'fixed' ? recordText.fixed : recordText.notFixed;
}

function itemOf(line: Line, names: Names, unsettled: UnsettledRecords, isMarked: boolean): TimelineItem {
  const { entry } = line;
  const { verdict } = entry;
  const people = [names.person(entry.by), entry.second].filter((name) => name !== undefined).join('、');
  const detail = detailOf(line);
  const state = worstState(line.events.flatMap((event) => unsettled.get(event)?.state ?? []));
  const reason = (): string =>
    verdict.is === 'applied' ? '' : messageOf({ code: verdict.reason, article: verdict.article || undefined }).what;
  return {
    key: entry.event,
    title: eventName(entry.type),
    time: showInstant(entry.wallAt),
    who: `${people} · ${names.org(entry.org)}`,
    tone: toneOf(entry),
    ...(state === 'server' ? {} : { state: { tone: stateWords[state].tone, label: stateWords[state].text } }),
    ...(detail === '' ? {} : { detail }),
    ...(isMarked ? { mark: bundleText.unverified } : {}),
    ...(verdict.is === 'applied' ? {} : { verdict: { is: verdict.is, reason: reason() } }),
  };
}

type Props = { readonly label: string; readonly timeline: readonly TimelineEntry[] };

/**
 * Everything that happened to a case, with what had no effect and why (行政处罚法 §47), and beside each record that is not
 * on the server yet where it stands.
 */
export function CaseTimeline({ label, timeline }: Props): ReactNode {
  const names = useNames();
  const imported = useImportedIds();
  const stream = streamOf(timeline[0]?.event ?? '');
  const unsettled = useUnsettled(stream);
  const items = linesOf(timeline).map((line) =>
    itemOf(line, names, unsettled, imported?.has(line.entry.event) === true),
  );
  return (
    <>
      <TimelineView label={label} items={items} />
      <WithheldList stream={stream} />
    </>
  );
}

/** Event ids begin with their stream: `case:<uuid>:…`. */
function streamOf(event: string): string {
  return event.split(':').slice(0, 2).join(':');
}
