import { PUBLISHED_AREAS, readPublishedAreas, versionsOfAreas } from '#shared/catalogue/publishedAreas.ts';
import { AREA_LEVELS, placedAreas, type AreaLevel, type AreaSet, type PlacedArea } from '#shared/geo/area.ts';

import { store, useLive } from './store.ts';

/** The areas of a level that are in use here. */
export type AreasInUse = Pick<AreaSet, 'version' | 'crs' | 'source'> & {
  readonly level: AreaLevel;
  readonly by: string;
  readonly at: string;
  readonly areas: readonly PlacedArea[];
};

/** What was read, by id: such documents are large and never change. `null`: it cannot be used. */
const read = new Map<string, AreasInUse | null>();

/** The newest usable areas of each level, from large to small; `undefined` while loading. */
export function useAreas(): readonly AreasInUse[] | undefined {
  return useLive(async () => {
    const ids = await store.directory.where('id').startsWith(PUBLISHED_AREAS).primaryKeys();
    const versions = versionsOfAreas(ids);
    const found: AreasInUse[] = [];
    for (const level of AREA_LEVELS) {
      for (const { id } of versions.get(level) ?? []) {
        const areas = await areasOf(id);
        if (areas === null) continue;
        found.push(areas);
        break;
      }
    }
    return found;
  }, []);
}

/** The highest version of a level that is known here, usable or not; 0 before the first. */
export async function newestVersion(level: AreaLevel): Promise<number> {
  const ids = await store.directory.where('id').startsWith(PUBLISHED_AREAS).primaryKeys();
  return versionsOfAreas(ids).get(level)?.[0]?.version ?? 0;
}

async function areasOf(id: string): Promise<AreasInUse | null> {
  const known = read.get(id);
  if (known !== undefined) return known;
  const document = readPublishedAreas((await store.directory.get(id))?.doc);
  const areas = document.ok ? inUse(document.value) : null;
  read.set(id, areas);
  return areas;
}

function inUse({
  doc,
  set,
}: Extract<ReturnType<typeof readPublishedAreas>, { readonly ok: true }>['value']): AreasInUse {
  const { level, version, crs, source } = set;
  return { level, version, crs, source, by: doc.by, at: doc.publishedAt, areas: placedAreas(set) };
}
