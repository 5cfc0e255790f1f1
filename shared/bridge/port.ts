import { z } from 'zod';

import { fontField } from '../catalogue/settingsFile.ts';

import { BUNDLE_PORT } from './bundleChannels.ts';
import { diskState } from './disk.ts';
import { PRINT_PORT } from './printing.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const user = z.string().regex(/^[a-z][a-z0-9._-]{1,31}$/);

/**
 * One line of the journal. `event`: an own event with its database, kept until the server was asked and has it, and some weeks more.
 * `draft`: a form in the making, the last one of a key counts. `note`: a small value that must survive with the events
 * (granted leases, log heads), the last one of a key counts.
 */
export const journalEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), key: z.string(), db: z.string(), body: z.unknown() }),
  z.strictObject({ kind: z.literal('draft'), key: z.string(), body: z.unknown() }),
  z.strictObject({ kind: z.literal('note'), key: z.string(), body: z.unknown() }),
]);
/** See `journalEntry`. */
export type JournalEntry = z.infer<typeof journalEntry>;

/** Requests of the data worker to the main process over its own MessagePort: zod in, zod out. */
export const PORT = {
  'runtime.info': {
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      electron: z.string(),
      packaged: z.boolean(),
      server: z.string().nullable(),
      device: z.uuid(),
      publicKey: z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() }),
      keyStorage: z.enum(['safe_storage', 'key_file']),
      clock: z.string().nullable(),
      seed: z.string().nullable(),
      /** How much photos fetched for looking at them may take, in bytes; absent: the usual. */
      photoLimitBytes: z.int().min(0).optional(),
    }),
  },
  /** The catalogue's files as text; a file that could not be read comes with its problem instead. */
  'catalogue.read': {
    input: z.strictObject({}),
    output: z.strictObject({
      files: z.array(z.strictObject({ name: z.string(), text: z.string().optional(), problem: z.string().optional() })),
    }),
  },
  /** The bytes of a font of this computer by the name of its file; none when there is no such file. */
  'font.read': {
    input: z.strictObject({ file: fontField }),
    output: z.strictObject({ bytes: z.instanceof(Uint8Array).optional() }),
  },
  /** Appends all entries as one frame and answers after fsync: all or none survive a crash. */
  'journal.append': { input: z.strictObject({ entries: z.array(journalEntry).min(1) }), output: z.strictObject({}) },
  /** Every live entry in order of writing, for the replay at start. `damaged`: frames that did not decrypt or check. */
  'journal.read': {
    input: z.strictObject({}),
    output: z.strictObject({ entries: z.array(journalEntry), damaged: z.int() }),
  },
  /** The server was asked and has these events: `journal.read` has them no more, `journal.settled` for some weeks. */
  'journal.settle': { input: z.strictObject({ keys: z.array(z.string()) }), output: z.strictObject({}) },
  /** The settled events that are still kept: for a store that was lost, beside a server that may be lost as well. */
  'journal.settled': { input: z.strictObject({}), output: z.strictObject({ entries: z.array(journalEntry) }) },
  /** Drops entries by kind and key: what was taken back, or counts no more. */
  'journal.drop': {
    input: z.strictObject({
      entries: z.array(z.strictObject({ kind: z.enum(['event', 'draft', 'note']), key: z.string() })),
    }),
    output: z.strictObject({}),
  },
  /** Writes one chunk (at most 1 MiB) of a blob's file; chunks come in order, the next after the answer. The last is answered with SHA-256 (hex) and MD5 (base64) of what the file holds. */
  'blob.write': {
    input: z.strictObject({
      key: z.string(),
      offset: z.int().min(0),
      bytes: z.instanceof(Uint8Array),
      last: z.boolean(),
    }),
    output: z.strictObject({ bytes: z.int(), sha256: sha256.optional(), md5: z.string().optional() }),
  },
  /** Reads up to 1 MiB of a blob's file. */
  'blob.read': {
    input: z.strictObject({ key: z.string(), offset: z.int().min(0) }),
    output: z.strictObject({ bytes: z.instanceof(Uint8Array), total: z.int() }),
  },
  'blob.list': {
    input: z.strictObject({}),
    output: z.strictObject({ blobs: z.array(z.strictObject({ key: z.string(), bytes: z.int() })) }),
  },
  'blob.drop': { input: z.strictObject({ key: z.string() }), output: z.strictObject({}) },
  /** ECDSA P-256 / SHA-256 over the UTF-8 text by the device's key, base64 of the IEEE P1363 form. */
  'keys.sign': {
    input: z.strictObject({ text: z.string().max(4000) }),
    output: z.strictObject({ signature: z.string() }),
  },
  /** Keeps a person's password under the key store, and facts to sign in offline. */
  'vault.store': {
    input: z.strictObject({ user, password: z.string(), profile: z.unknown() }),
    output: z.strictObject({}),
  },
  'vault.list': {
    input: z.strictObject({}),
    output: z.strictObject({ users: z.array(z.strictObject({ user, hasPin: z.boolean(), profile: z.unknown() })) }),
  },
  'vault.setPin': { input: z.strictObject({ user, pin: z.string().regex(/^\d{4,8}$/) }), output: z.strictObject({}) },
  /** Checks the PIN of anyone who has one here; wrong ones are counted and slow the next down. */
  'vault.verifyPin': {
    input: z.strictObject({ user, pin: z.string() }),
    output: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('right') }),
      z.strictObject({ is: z.literal('wrong'), left: z.int() }),
      z.strictObject({ is: z.literal('blocked'), untilMs: z.number() }),
      z.strictObject({ is: z.literal('none') }),
    ]),
  },
  /** Releases the password for a right PIN. */
  'vault.unlock': {
    input: z.strictObject({ user, pin: z.string() }),
    output: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('right'), password: z.string(), profile: z.unknown() }),
      z.strictObject({ is: z.literal('wrong'), left: z.int() }),
      z.strictObject({ is: z.literal('blocked'), untilMs: z.number() }),
      z.strictObject({ is: z.literal('none') }),
    ]),
  },
  /** How much room the disk has, looked at now. */
  'disk.state': { input: z.strictObject({}), output: diskState },
  /** Sets the store aside at a start of the app that main brings about at once. Refused with `tried_already` when that did not help before. */
  'store.setAside': { input: z.strictObject({ reason: z.string().max(300) }), output: z.strictObject({}) },
  /** What was set aside last, and where it lies. */
  'store.aside': {
    input: z.strictObject({}),
    output: z.strictObject({
      last: z.strictObject({ reason: z.string(), at: z.string(), copy: z.string().optional() }).optional(),
    }),
  },
  /** How the last request to a URL of the server ended as the network stack saw it (the renderer only sees "Failed to fetch"). A status beside a failed fetch means that the server's CORS answer forbids it; 0: already the preflight's. */
  'net.outcome': {
    input: z.strictObject({ url: z.string() }),
    output: z.strictObject({
      outcome: z.discriminatedUnion('is', [
        z.strictObject({ is: z.literal('error'), code: z.string() }),
        z.strictObject({ is: z.literal('status'), status: z.int() }),
        z.strictObject({ is: z.literal('unknown') }),
      ]),
    }),
  },
  ...PRINT_PORT,
  ...BUNDLE_PORT,
} as const;

/** The name of a request. */
export type PortRequest = keyof typeof PORT;
/** What a request takes. */
export type PortInput<R extends PortRequest> = z.infer<(typeof PORT)[R]['input']>;
/** What a request gives. */
export type PortOutput<R extends PortRequest> = z.infer<(typeof PORT)[R]['output']>;
/** The message the worker posts. */
export type PortCall = { readonly id: number; readonly request: string; readonly input: unknown };
/** The message main posts back. */
export type PortReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: { readonly code: string; readonly detail?: string } };
