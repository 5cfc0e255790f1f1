import { z } from 'zod';

import { instantField } from '../events/fields.ts';

/** A P-256 public key as a JWK with nothing private in it. */
export const p256PublicField = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
/** See `p256PublicField`. */
export type P256Public = z.infer<typeof p256PublicField>;

/** Names a recovery key: the first 16 hex digits of the SHA-256 over its uncompressed point. */
export const recoveryKeyIdField = z.string().regex(/^[0-9a-f]{16}$/);

/**
 * The public half of the bureau's recovery key (恢复密钥), a document of the database `bureau` that only administrators
 * write, once. Several may stand there; the newest (`madeAt`, then id) is the one that devices encrypt to.
 */
export const recoveryCardField = z.looseObject({
  _id: z.string().regex(/^recovery:/),
  kind: z.literal('recovery'),
  keyId: recoveryKeyIdField,
  madeAt: instantField,
  publicKey: p256PublicField,
});
/** See `recoveryCardField`. */
export type RecoveryCard = z.infer<typeof recoveryCardField>;

/** The recovery key that devices encrypt to: the newest well-formed card, or undefined when there is none. */
export function newestRecoveryCard(docs: readonly unknown[]): RecoveryCard | undefined {
  const cards = docs.flatMap((doc) => {
    const card = recoveryCardField.safeParse(doc);
    return card.success && card.data._id === `recovery:${card.data.keyId}` ? [card.data] : [];
  });
  return cards.sort((a, b) => (a.madeAt + a.keyId < b.madeAt + b.keyId ? 1 : -1))[0];
}
