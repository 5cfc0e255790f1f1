import type { ReactNode } from 'react';

import type { TimelineEntry } from '#shared/case/state.ts';

import { TimelineView, type TimelineItem } from '../../components/TimelineView.tsx';
import { useNames, type Names } from '../../queries/directory.ts';
import { useImportedIds } from '../../queries/imported.ts';
import { showInstant } from '../format.ts';
import { bundleText } from '../language/zh/bundle.ts';
import { eventName } from '../language/zh/caseWords.ts';
import { messageOf } from '../language/zh/errors.ts';
import { recordText } from '../language/zh/record.ts';

function toneOf(entry: TimelineEntry): NonNullable<TimelineItem['tone']> {
  if (entry.type.startsWith('supervision.')) return 'supervision';
  if (entry.type === 'case.rechecked') return entry.detail === 'fixed' ? 'good' : 'bad';
  return entry.type === 'case.fixedOnSite' ? 'good' : 'normal';
}

/** A line of the timeline: one event, or several photos that one person added at once. */
type Line = { readonly entry: TimelineEntry; readonly count: number };

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
    if (joins) lines[lines.length - 1] = { entry: last.entry, count: last.count + 1 };
    else lines.push({ entry, count: 1 });
  }
  return lines;
}

function detailOf({ entry, count }: Line): string {
  if (count > 1) return recordText.photos(count, entry.detail ?? '');
  if (entry.type !== 'case.rechecked') return entry.detail ?? '';
  return entry.detail === 'fixed' ? recordText.fixed : recordText.notFixed;
}

function itemOf(line: Line, names: Names, isMarked: boolean): TimelineItem {
  const { entry } = line;
  const { verdict } = entry;
  const people = [names.person(entry.by), entry.second].filter((name) => name !== undefined).join('、');
  const detail = detailOf(line);
  const reason = (): string =>
    verdict.is === 'applied' ? '' : messageOf({ code: verdict.reason, article: verdict.article || undefined }).what;
  return {
    key: entry.event,
    title: eventName(entry.type),
    time: showInstant(entry.wallAt),
    who: `${people} · ${names.org(entry.org)}`,
    tone: toneOf(entry),
    ...(detail === '' ? {} : { detail }),
    ...(isMarked ? { mark: bundleText.unverified } : {}),
    ...(verdict.is === 'applied' ? {} : { verdict: { is: verdict.is, reason: reason() } }),
  };
}

type Props = { readonly label: string; readonly timeline: readonly TimelineEntry[] };

/** Everything that happened to a case, with what had no effect and why (行政处罚法 §47). */
export function CaseTimeline({ label, timeline }: Props): ReactNode {
  const names = useNames();
  const imported = useImportedIds();
  const items = linesOf(timeline).map((line) => itemOf(line, names, imported?.has(line.entry.event) === true));
  return <TimelineView label={label} items={items} />;
}
