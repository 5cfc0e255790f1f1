import { parseStream } from '#shared/events/stream.ts';

import { store, useLive } from './store.ts';

async function titleOf(stream: string): Promise<string> {
  const parsed = parseStream(stream);
  if (parsed?.kind === 'site') return (await store.sites.get(parsed.id))?.name ?? '';
  if (parsed?.kind === 'inspection') return (await store.inspections.get(parsed.id))?.site.name ?? '';
  if (parsed?.kind === 'case') return (await store.cases.get(parsed.id))?.siteName ?? '';
  return '';
}

/** What streams are about, in a shop's name; streams not known here are empty. `undefined` while loading. */
export function useStreamTitles(streams: readonly string[]): ReadonlyMap<string, string> | undefined {
  const wanted = [...new Set(streams)].sort();
  return useLive(async () => {
    const titles = new Map<string, string>();
    for (const stream of wanted) titles.set(stream, await titleOf(stream));
    return titles;
  }, [wanted.join(' ')]);
}
