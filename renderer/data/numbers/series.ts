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
  const leases = await db.leases.where('series').equals(series).toArray();
  const numbers = await db.numbers.where('key').startsWith(`${series}:`).toArray();
  const closings = await db.directory
    .where('id')
    .startsWith(`closing:${device ?? ''}`)
    .toArray();
  const closed = closings.flatMap(({ doc }) => closingField.safeParse(doc).data ?? []);
  const floor = floorField.safeParse((await db.directory.get(floorId(series)))?.doc).data?.n ?? 1;
  return {
    own: withoutClosed(
      leases.filter((lease) => device === undefined || lease.device === device),
      closed,
    ),
    seen: new Set(numbers.map((row) => row.n)),
    floor,
  };
}
