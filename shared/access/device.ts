import { z } from 'zod';

import { instantField, orgField, textField, userField } from '../events/fields.ts';

import type { DeviceCard, OrgCard } from './directory.ts';

/**
 * How a device stands. `requested`: it signed in and waits for an administrator; `rejected`: turned down before it was
 * ever approved; `revoked`: approved once, no longer. Only an `approved` one gets document numbers; `rejected` and
 * `revoked` ones can write nothing at all.
 */
export type DeviceStanding = 'requested' | 'approved' | 'rejected' | 'revoked';

/**
 * How a device stands by its card and the organisation it works for; the later of approval and revocation decides, so
 * that a device found again can be approved again. Without a card (the request is still on its way) it is `requested`,
 * unless the organisation approves automatically.
 */
export function deviceStanding(
  card: Pick<DeviceCard, 'approvedAt' | 'revokedAt'> | undefined,
  org: Pick<OrgCard, 'approveDevices'> | undefined,
): DeviceStanding {
  const { approvedAt, revokedAt } = card ?? {};
  if (revokedAt !== undefined && (approvedAt === undefined || approvedAt <= revokedAt))
    return approvedAt === undefined ? 'rejected' : 'revoked';
  return approvedAt !== undefined || org?.approveDevices === 'automatic' ? 'approved' : 'requested';
}

/**
 * What an administrator's revocation leaves in the database `numbers`: the blocks of the device that nobody will use any
 * more, so that the register can explain the gap. Id `closing:<closed device>:<13-digit ms>`.
 */
export const closingField = z.looseObject({
  _id: z.string().regex(/^closing:/),
  kind: z.literal('closing'),
  by: userField,
  org: orgField,
  /** The device whose blocks are closed. */
  closed: z.uuid(),
  at: instantField,
  reason: textField(200),
  leases: z.array(z.string()),
});
/** See `closingField`. */
export type Closing = z.infer<typeof closingField>;

/**
 * A device says that it will never use a block: nobody answered its request plainly, and whether the server has the lease
 * it cannot know. Others could not explain the gap otherwise. Id `burned:<org>:<kind>:<year>:<block>:<device>`.
 */
export const burnedField = z.looseObject({
  _id: z.string().regex(/^burned:/),
  kind: z.literal('burned'),
  by: userField,
  device: z.uuid(),
  /** Id of the block's lease, whether or not there is one. */
  lease: z.string().regex(/^lease:/),
  at: instantField,
});
/** See `burnedField`; `lease` is the id of the block's lease. */
export function burnedId(lease: string, device: string): string {
  return `burned:${lease.replace(/^lease:/, '')}:${device}`;
}

/**
 * The lowest number of a series that may still be granted, raised before a server restored from a backup is opened. Id
 * `floor:<org>:<kind>:<year>`; it only rises.
 */
export const floorField = z.looseObject({
  _id: z.string().regex(/^floor:/),
  kind: z.literal('floor'),
  n: z.int().min(1),
  at: instantField,
  by: userField,
});
/** `floor:<series>`, the id of a series' floor; the series is `<org>:<kind>:<year>`. */
export function floorId(series: string): string {
  return `floor:${series}`;
}
