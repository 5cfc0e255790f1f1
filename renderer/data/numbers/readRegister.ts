import { burnedField, closingField, floorField, floorId } from '#shared/access/device.ts';
import { parseLeaseId } from '#shared/documents/numbering.ts';
import { registerOf, type BurnedBlock, type RegisterLine } from '#shared/documents/register.ts';

import type { XunzhiDatabase } from '../tables.ts';

/** The register of a series (`<org>:<kind>:<year>`), as far as this device knows it. */
export async function readRegister(db: XunzhiDatabase, series: string): Promise<readonly RegisterLine[]> {
  const [spent, blocks, closings, burned, floor] = await Promise.all([
    db.numbers.where('key').startsWith(`${series}:`).toArray(),
    db.leases.where('series').equals(series).toArray(),
    db.directory.where('id').startsWith('closing:').toArray(),
    db.directory.where('id').startsWith(`burned:${series}:`).toArray(),
    db.directory.get(floorId(series)),
  ]);
  return registerOf({
    spent,
    blocks,
    closings: closings.flatMap(({ doc }) => closingField.safeParse(doc).data ?? []),
    burned: burned.flatMap(({ doc }) => burnedBlock(burnedField.safeParse(doc).data) ?? []),
    floor: floorField.safeParse(floor?.doc).data?.n ?? 1,
  });
}

function burnedBlock(told: { readonly lease: string; readonly device: string } | undefined): BurnedBlock | undefined {
  const lease = told === undefined ? undefined : parseLeaseId(told.lease);
  return told === undefined || lease === undefined
    ? undefined
    : { id: told.lease, block: lease.block, device: told.device };
}
