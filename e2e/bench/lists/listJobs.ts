import { pinyinInitial } from '#renderer/data/projections/pinyin.ts';
import { putByKey } from '#renderer/data/projections/putByKey.ts';
import { projectionOf } from '#renderer/data/projections/rows.ts';
import { XunzhiDatabase, type CaseRow, type SiteRow } from '#renderer/data/tables.ts';
import { clustersOf } from '#renderer/screens/map/points.ts';
import { uuidv7 } from '#shared/kernel/uuid.ts';
import { BUILT_IN_CALENDAR } from '#shared/kernel/workCalendar.ts';
import { siteInitials } from '#shared/site/initials.ts';
import { START_MS } from '#shared/testing/builders.ts';

import { QuickRandom } from '../../faults/histories/quickRandom.ts';
import { caseOf, LOAD_DB } from '../fold/fileLoad.ts';

import { shopAt } from './names.ts';

/** Rows that are put at a time. */
const PIECE = 1000;
const DAY_MS = 86_400_000;

/** What a store is filled with: so many cases and sites of that organisation, found within the year before `nowMs`. */
export type Load = {
  readonly from: number;
  readonly to: number;
  readonly seed: string;
  readonly org: string;
  readonly nowMs: number;
};

/** Puts folded cases and sites with these places into the app's store, as the projections of a year's work; answers how many it then holds. */
export async function fillLists(load: Load): Promise<{ readonly cases: number; readonly sites: number }> {
  const store = new XunzhiDatabase();
  await store.open();
  try {
    for (let from = load.from; from < load.to; from += PIECE) {
      const places = Array.from({ length: Math.min(PIECE, load.to - from) }, (_, at) => from + at);
      await store.transaction('rw', [store.cases, store.sites], async () => {
        await putByKey(
          store.cases,
          places.flatMap((place) => caseRow(place, load)),
        );
        await putByKey(
          store.sites,
          places.map((place) => siteRow(place, load)),
        );
      });
    }
    return { cases: await store.cases.count(), sites: await store.sites.count() };
  } finally {
    store.close();
  }
}

/** The case at that place, folded from events, at a shop of its own and some day of the year. */
export function caseRow(place: number, { seed, org, nowMs }: Load): CaseRow[] {
  const events = caseOf(place, seed);
  const stream = events[0]?.stream ?? '';
  const rows = events.map((event) => ({ id: event._id, db: LOAD_DB, event }));
  const { name, operator, address } = shopAt(place, seed);
  const foundMs = nowMs - new QuickRandom(`${seed}|day|${String(place)}`).below(365 * DAY_MS);
  return projectionOf(stream, rows, { calendar: BUILT_IN_CALENDAR, checklists: [] }).cases.map((row) => ({
    ...row,
    org,
    siteName: name,
    title: `${name}${row.title.slice(row.site.name.length)}`,
    site: { ...row.site, name, operator, address },
    foundAt: new Date(foundMs).toISOString(),
  }));
}

function siteRow(place: number, { seed, org }: Load): SiteRow {
  const shop = shopAt(place, seed);
  const random = new QuickRandom(`${seed}|id|${String(place)}`);
  return {
    ...shop,
    id: uuidv7(
      START_MS + place,
      Uint8Array.from({ length: 10 }, () => random.below(256)),
    ),
    org,
    initials: siteInitials(shop.name, shop.operator, pinyinInitial),
    division: '420202',
    street: '420202007',
    register: 'shop',
    state: 'open',
  };
}

/** How long it takes to sort so many points of a city for all zooms of the map, in milliseconds, each time. */
export function clusterPoints({
  count,
  times,
  seed,
}: {
  readonly count: number;
  readonly times: number;
  readonly seed: string;
}): readonly number[] {
  const random = new QuickRandom(`${seed}|points`);
  const degrees = (from: number, span: number): number => from + random.below(1_000_000) * (span / 1_000_000);
  const lonLats = new Float64Array(count * 2);
  for (let at = 0; at < count; at += 1) lonLats.set([degrees(114.85, 0.4), degrees(29.95, 0.35)], at * 2);
  return Array.from({ length: times }, () => {
    const startedMs = performance.now();
    clustersOf(lonLats);
    return performance.now() - startedMs;
  });
}
