import { z } from 'zod';

import { p256PublicField, recoveryKeyIdField } from '../access/recovery.ts';
import { countField, instantField, orgField, sha256Field, textField, userField, uuidField } from '../events/fields.ts';

/**
 * A bundle (转交包) carries un-synced work from one Xunzhi to another without a network. One file:
 *
 * 1. preamble: 8 bytes magic, u32 version, u32 length of the outer header, outer header as JSON (see `bundleFrame`);
 * 2. the content, encrypted to the bureau's recovery key in chunks of `CHUNK_BYTES`, each bound to its place and the last
 *    one marked, so that a chunk that is missing, exchanged or cut off does not decrypt (see `chunkNonce`).
 *
 * The content is a row of records (see `bundleRecords`): header, events, gaps, blobs with their bytes, seal. The seal is a
 * signature over the hash of everything before it, the preamble included. Numbers are big endian.
 */
export const BUNDLE_VERSION = 1;

/** What anyone may read of a bundle: which key opens it. Everything about people and work is inside. */
export const outerHeader = z.strictObject({
  /** The recovery key it is encrypted to. */
  keyId: recoveryKeyIdField,
  /** Made for this one file; its private half was thrown away. */
  ephemeral: p256PublicField,
  madeAt: instantField,
});
/** See `outerHeader`. */
export type OuterHeader = z.infer<typeof outerHeader>;

const counts = z.strictObject({ events: countField, blobs: countField, bytes: countField });

/** First record: where the work comes from. `signer`: the device itself, or the recovery key for a device that is dead. */
export const bundleHeader = z.strictObject({
  bundle: uuidField,
  app: textField(40),
  device: uuidField,
  signer: z.enum(['device', 'recovery']),
  publicKey: p256PublicField,
  madeAt: instantField,
  orgs: z.array(orgField).max(50),
  /** Whose work it is, with the number of records of each. */
  people: z.array(z.strictObject({ user: userField, events: countField })).max(500),
  counts,
});
/** See `bundleHeader`. */
export type BundleHeader = z.infer<typeof bundleHeader>;

/**
 * The state an item had where it was exported. `waiting`: for a server or its author's sign-in. `refused`: by the server,
 * with its reason. `withdrawn`: named by `log.withheld`, it will never be on the server.
 */
export const bundleState = z.strictObject({
  is: z.enum(['waiting', 'refused', 'withdrawn']),
  /** The rule behind a refusal, see `shared/sync/refusal`. */
  rule: z.string().max(40).optional(),
  reason: z.string().max(1000).optional(),
  at: z.string().max(40).optional(),
});
/** See `bundleState`. */
export type BundleState = z.infer<typeof bundleState>;

/** An event that the server does not verifiably have, as the journal held it. Whether it is true its hash says. */
export const bundleEvent = z.strictObject({
  key: z.string().max(300),
  db: z.string().max(100),
  state: bundleState,
  body: z.record(z.string(), z.unknown()),
  /** Of a withdrawn one: the `log.withheld` that names it, which may be on the server already and travel in no other way. */
  naming: z.record(z.string(), z.unknown()).optional(),
});
/** See `bundleEvent`. */
export type BundleEvent = z.infer<typeof bundleEvent>;

/** A photo, thumbnail or document file whose `bytes` follow. `by` and `device` are those of the original author. */
export const bundleBlob = z.strictObject({
  key: z.string().regex(/^(photo|thumb|doc):[0-9a-f]{64}$/),
  db: z.string().max(100),
  mime: z.string().max(100),
  bytes: countField,
  by: z.string().max(40),
  device: uuidField,
  /** The stream it was taken for. */
  stream: z.string().max(100).optional(),
  state: bundleState,
});
/** See `bundleBlob`. */
export type BundleBlob = z.infer<typeof bundleBlob>;

/** Something that should be here and could not be read where the bundle was made. */
export const bundleGap = z.strictObject({ key: z.string().max(300), why: z.string().max(100) });
/** See `bundleGap`. */
export type BundleGap = z.infer<typeof bundleGap>;

/** Last record. `hash`: SHA-256 over the preamble and all records before this one; signed as `bundle:<hash>`. */
export const bundleSeal = z.strictObject({ hash: sha256Field, signature: z.string().max(200), counts });
/** See `bundleSeal`. */
export type BundleSeal = z.infer<typeof bundleSeal>;

/** The text that a bundle's signature is over. */
export function sealText(hash: string): string {
  return `bundle:${hash}`;
}
