import { z } from 'zod';

import { p256PublicField, recoveryKeyIdField } from '../access/recovery.ts';
import { bundleBlob, bundleEvent, bundleHeader, bundleState } from '../exchange/bundleFormat.ts';

const count = z.int().min(0);
const bundle = z.uuid();
const recoveryKey = z.strictObject({ keyId: recoveryKeyIdField, madeAt: z.string(), publicKey: p256PublicField });
const nothing = z.strictObject({});

/** How far the running export or import is, in bytes. */
export const bundleProgress = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('idle') }),
  z.strictObject({ is: z.literal('running'), done: count, total: count }),
]);

/** Channels of bundles between a window and the main process. None needs the data worker, except to know states. */
export const BUNDLE_BRIDGE = {
  /** What an export would hold now, and the recovery key it would be encrypted to. */
  'bundle.summary': {
    input: nothing,
    output: z.strictObject({
      recoveryKey: recoveryKey.omit({ publicKey: true }).optional(),
      events: count,
      blobs: count,
      bytes: count,
    }),
  },
  /**
   * Asks where to save and writes everything un-synced. `states`: what the data worker knows of items that do not simply
   * wait, by event id or blob key; empty when it does not run. `gaps`: files that could not be read.
   */
  'bundle.export': {
    input: z.strictObject({ states: z.record(z.string(), bundleState) }),
    output: z.discriminatedUnion('saved', [
      z.strictObject({ saved: z.literal(false) }),
      z.strictObject({
        saved: z.literal(true),
        path: z.string(),
        events: count,
        blobs: count,
        bytes: count,
        gaps: count,
      }),
    ]),
  },
  'bundle.progress': { input: nothing, output: bundleProgress },
  /** Stops a running export, or the check of a bundle. */
  'bundle.cancel': { input: nothing, output: nothing },
  /** Asks for a bundle file and reads its beginning. */
  'bundle.pick': {
    input: nothing,
    output: z.discriminatedUnion('picked', [
      z.strictObject({ picked: z.literal(false) }),
      z.strictObject({ picked: z.literal(true), name: z.string(), size: count, madeAt: z.string(), keyId: z.string() }),
    ]),
  },
  /** Asks for the file with the recovery key's private half. */
  'bundle.pickKey': {
    input: nothing,
    output: z.discriminatedUnion('picked', [
      z.strictObject({ picked: z.literal(false) }),
      z.strictObject({ picked: z.literal(true), name: z.string(), keyId: z.string() }),
    ]),
  },
  /** Opens and proves the whole bundle; nothing is written. The passphrase is used once and never kept. */
  'bundle.open': {
    input: z.strictObject({ passphrase: z.string().min(1).max(500) }),
    output: z.strictObject({ bundle }),
  },
  /** Forgets what was chosen and opened, and the key. */
  'bundle.close': { input: nothing, output: nothing },
} as const;

/** Requests of the data worker about bundles and the recovery key. */
export const BUNDLE_PORT = {
  /** Keeps the bureau's public recovery key in the profile, and the journal's key wrapped for it. */
  'recovery.keep': { input: recoveryKey, output: nothing },
  /** What a proved bundle holds. `gaps`: files that could not be read where it was made. */
  'bundle.about': {
    input: z.strictObject({ bundle }),
    output: z.strictObject({
      header: bundleHeader,
      ids: z.array(z.string()),
      blobs: z.array(z.strictObject({ key: z.string(), bytes: count })),
      gaps: count,
    }),
  },
  /** The next step of an import; `take` answers the `blob` offered last. `end` also closes the bundle. */
  'bundle.next': {
    input: z.strictObject({ bundle, take: z.boolean() }),
    output: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('events'), events: z.array(bundleEvent) }),
      z.strictObject({ is: z.literal('blob'), blob: bundleBlob }),
      z.strictObject({ is: z.literal('part') }),
      z.strictObject({ is: z.literal('kept'), blob: bundleBlob, sha256: z.string() }),
      z.strictObject({ is: z.literal('end') }),
    ]),
  },
} as const;
