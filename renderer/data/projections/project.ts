import { foldCase } from '#shared/case/fold.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import { parseStream } from '#shared/events/stream.ts';
import { foldInspection } from '#shared/inspection/fold.ts';
import { foldSite } from '#shared/site/fold.ts';
import { siteInitials } from '#shared/site/initials.ts';

import type { EventRow, NumberRow, PhotoRow, XunzhiDatabase } from '../tables.ts';

import { pinyinInitial } from './pinyin.ts';

/** The tables that `projectStreams` writes: a transaction that calls it must hold them and `events`. */
export const PROJECTED_TABLES = ['sites', 'inspections', 'cases', 'photos', 'numbers'] as const;

/** Highest character in a key range over `<stream>:…`. */
const AFTER_ALL = '\uffff';

/** Every event row of a stream in the order of its stamps. */
export function eventsOf(db: XunzhiDatabase, stream: string): Promise<EventRow[]> {
  return db.events.where('id').between(`${stream}:`, `${stream}:${AFTER_ALL}`).toArray();
}

/** Folds the given streams again and writes their rows; pure folds, so it may run any number of times. */
export async function projectStreams(db: XunzhiDatabase, streams: ReadonlySet<string>): Promise<void> {
  for (const stream of streams) {
    const rows = await eventsOf(db, stream);
    await projectStream(db, stream, rows);
  }
}

async function projectStream(db: XunzhiDatabase, stream: string, rows: readonly EventRow[]): Promise<void> {
  const parsed = parseStream(stream);
  const events = rows.map((row) => row.event);
  const first = rows[0];
  if (parsed === undefined || first === undefined) return;
  if (parsed.kind === 'site') {
    const site = foldSite(events);
    if (site !== undefined) await db.sites.put({ ...site.data, id: parsed.id, org: site.org, initials: siteInitials(site.data.name, site.data.operator, pinyinInitial) });
  } else if (parsed.kind === 'inspection') {
    const inspection = foldInspection(events);
    if (inspection !== undefined) {
      const { id, org, by, data, photos } = inspection;
      await db.inspections.put({ ...data, id, org, by, siteId: data.site.siteId, photos: [...photos] });
    }
  } else if (parsed.kind === 'case') {
    const state = foldCase(events);
    if (state !== undefined) await db.cases.put({ ...state, db: first.db, siteName: state.site.name });
  }
  await projectPhotos(db, stream, events);
  await projectNumbers(db, events);
}

async function projectPhotos(db: XunzhiDatabase, stream: string, events: readonly EventEnvelope[]): Promise<void> {
  const photos = events.flatMap((event): PhotoRow[] =>
    event.type === 'photo.added' ? [{ key: `${stream}#${event.data.sha256}`, stream, sha256: event.data.sha256, data: event.data }] : [],
  );
  if (photos.length > 0) await db.photos.bulkPut(photos);
}

async function projectNumbers(db: XunzhiDatabase, events: readonly EventEnvelope[]): Promise<void> {
  const numbers = events.flatMap((event): NumberRow[] => {
    if (event.type !== 'number.granted' && event.type !== 'number.voided') return [];
    const { org, kind, year } = event.data.series;
    const series = `${org}:${kind}:${String(year)}`;
    return [{ key: `${series}:${String(event.data.n)}`, series, n: event.data.n, event: event._id, document: event.data.document, voided: event.type === 'number.voided' }];
  });
  if (numbers.length > 0) await db.numbers.bulkPut(numbers);
}
