import { closingField, floorField, floorId } from '#shared/access/device.ts';
import { withoutClosed } from '#shared/documents/numbering.ts';

import type { LeaseRow, XunzhiDatabase } from '../tables.ts';

/** What is known of a series: blocks of one device, numbers seen in use, and the lowest number that may be granted. */
export type SeriesState = {
  readonly own: readonly LeaseRow[];
  readonly seen: ReadonlySet<number>;
  readonly floor: number;
};

/** Reads a series by its key; `device` undefined takes every block for the own. */
export async function readSeries(db: XunzhiDatabase, series: string, device: string | undefined): Promise<SeriesState> {
  const [state = NONE] = await readAllSeries(db, [series], device);
  return state;
}

const NONE: SeriesState = { own: [], seen: new Set(), floor: 1 };

/** As `readSeries`, of several at once: each table is asked once, however many series there are. */
export async function readAllSeries(
  db: XunzhiDatabase,
  series: readonly string[],
  device: string | undefined,
): Promise<readonly SeriesState[]> {
  const [leases, numbers, closings, floors] = await Promise.all([
    db.leases.where('series').anyOf(series).toArray(),
    db.numbers
      .where('key')
      .startsWithAnyOf(series.map((one) => `${one}:`))
      .toArray(),
    db.directory
      .where('id')
      .startsWith(`closing:${device ?? ''}`)
      .toArray(),
    db.directory.bulkGet(series.map(floorId)),
  ]);
  const closed = closings.flatMap(({ doc }) => closingField.safeParse(doc).data ?? []);
  const own = leases.filter((lease) => device === undefined || lease.device === device);
  return series.map((one, at) => ({
    own: withoutClosed(
      own.filter((lease) => lease.series === one),
      closed,
    ),
    seen: new Set(numbers.filter((row) => row.series === one).map((row) => row.n)),
    floor: floorField.safeParse(floors[at]?.doc).data?.n ?? 1,
  }));
}
