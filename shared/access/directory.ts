import { z } from 'zod';

import { dateField, instantField, orgField, textField, userField } from '../events/fields.ts';

/**
 * Documents of the database `bureau`. Only administrators write, with one exception: an account asks for its own device
 * once.
 */
export const orgCardField = z.looseObject({
  _id: z.string().regex(/^org:/),
  kind: z.literal('org'),
  org: orgField,
  /** Full name of the issuing authority as printed. */
  name: textField(100),
  shortName: textField(20),
  /** 代字 used in document numbers. */
  abbreviation: textField(20),
  /** How numbers are written (`templateFor`); without one for a kind and year the default form. */
  numberTemplates: z
    .array(
      z.strictObject({
        kind: z
          .string()
          .regex(/^D\d{2}$/)
          .optional(),
        fromYear: z.int().min(2000).max(2099).optional(),
        template: textField(60),
      }),
    )
    .optional(),
  phone: textField(40),
  address: textField(200),
  divisions: z.array(z.string().regex(/^\d{6}$/)),
  /** 复议机关 and 管辖法院 as printed; without them no decision that must name them is issued. */
  government: textField(60).optional(),
  court: textField(60).optional(),
  /** 罚款缴款的收款单位、开户银行和账号, as printed; without them nobody is told where to pay (D33). */
  payee: z.strictObject({ name: textField(100), bank: textField(100), account: textField(60) }).optional(),
  /** `automatic`: devices get numbers without approval (the demo). Anything else, also nothing: an administrator approves. */
  approveDevices: z.enum(['manual', 'automatic']).optional(),
});
/** See `orgCardField`. */
export type OrgCard = z.infer<typeof orgCardField>;

/** A person's card: name, certificate of office with its expiry, team. Roles come from the server's account. */
export const userCardField = z.looseObject({
  _id: z.string().regex(/^user:/),
  kind: z.literal('user'),
  user: userField,
  org: orgField,
  name: textField(40),
  certificate: textField(40).optional(),
  certificateExpiresOn: dateField.optional(),
  team: textField(60).optional(),
  phone: textField(40).optional(),
});
/** See `userCardField`. */
export type UserCard = z.infer<typeof userCardField>;

/**
 * A device and its public signing key (ECDSA P-256, JWK). Written by the first sign-in as a request; the instants of
 * approval and revocation are an administrator's, and the later one decides (`deviceStanding`).
 */
export const deviceCardField = z.looseObject({
  _id: z.string().regex(/^device:/),
  kind: z.literal('device'),
  device: z.uuid(),
  by: userField,
  org: orgField,
  registeredAt: instantField,
  publicKey: z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() }),
  approvedAt: instantField.optional(),
  approvedBy: userField.optional(),
  revokedAt: instantField.optional(),
  revokedBy: userField.optional(),
  revokedReason: textField(200).optional(),
});
/** See `deviceCardField`. */
export type DeviceCard = z.infer<typeof deviceCardField>;
