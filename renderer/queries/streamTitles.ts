import type { EventEnvelope } from '#shared/events/envelope.ts';
import { parseStream } from '#shared/events/stream.ts';

import { store, useLive } from './store.ts';

/** So much of a report's text stands for it. */
const TITLE_LENGTH = 40;

/** What a stream is about, in a shop's name; empty when it is not known here. */
export async function titleOf(stream: string): Promise<string> {
  const parsed = parseStream(stream);
  if (parsed?.kind === 'site') return (await store.sites.get(parsed.id))?.name ?? '';
  if (parsed?.kind === 'inspection') return (await store.inspections.get(parsed.id))?.site.name ?? '';
  if (parsed?.kind === 'report' || parsed?.kind === 'reporter')
    return (await store.reports.get(parsed.id))?.data.text.slice(0, TITLE_LENGTH) ?? '';
  if (parsed?.kind === 'case') return (await store.cases.get(parsed.id))?.title ?? '';
  if (parsed?.kind === 'task') return (await store.tasks.get(parsed.id))?.plan?.title ?? '';
  return '';
}

/** What streams are about; those not known here are empty. `undefined` while loading. */
export function useStreamTitles(streams: readonly string[]): ReadonlyMap<string, string> | undefined {
  const wanted = [...new Set(streams)].sort();
  return useLive(async () => {
    const titles = new Map<string, string>();
    for (const stream of wanted) titles.set(stream, await titleOf(stream));
    return titles;
  }, [wanted.join(' ')]);
}

/** What an event says by itself of what it is about: also when its stream came to nothing. */
export function aboutEvent(event: EventEnvelope): string | undefined {
  if (event.type === 'site.registered') return event.data.name;
  if (event.type === 'inspection.submitted') return event.data.site.name;
  if (event.type === 'indicator.entered') return event.data.month;
  if (event.type === 'report.received') return event.data.text.slice(0, TITLE_LENGTH);
  if (event.type === 'task.planned') return event.data.title;
  return event.type === 'case.found' ? event.data.title : undefined;
}

/** The page of what a stream is about. */
export function linkOf(stream: string): string | undefined {
  const parsed = parseStream(stream);
  if (parsed === undefined || parsed.kind === 'device') return undefined;
  if (parsed.kind === 'indicator') return '/plan';
  if (parsed.kind === 'exchange') return '/exchange';
  if (parsed.kind === 'reporter') return `/reports/${parsed.id}`;
  return `/${parsed.kind}s/${parsed.id}`;
}

/** Where a withdrawn step can be done again: at its case, or where the case or inspection would begin anew. */
export async function redoLink(stream: string, event: EventEnvelope | undefined): Promise<string | undefined> {
  const parsed = parseStream(stream);
  if (event?.type === 'site.registered') return '/sites/new';
  if (event?.type === 'report.received') return '/reports/new';
  if (event?.type === 'inspection.submitted') return `/sites/${event.data.site.siteId}`;
  if (parsed?.kind === 'case' && (await store.cases.get(parsed.id)) === undefined) {
    if (event?.type !== 'case.found') return undefined;
    return event.data.inspection === undefined
      ? `/sites/${event.data.site.siteId}`
      : `/inspections/${event.data.inspection}`;
  }
  return linkOf(stream);
}
