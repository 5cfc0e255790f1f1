import { z } from 'zod';

import type { BundleRefusal } from '../exchange/bundleRefusal.ts';

import { BUNDLE_BRIDGE } from './bundleChannels.ts';

/** The only place that names channels between a window and the main process: zod in, zod out. */
export const BRIDGE = {
  'app.info': {
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      packaged: z.boolean(),
      server: z.string().nullable(),
      keyStorage: z.enum(['safe_storage', 'key_file']),
    }),
  },
  /** Sets the server and reloads the window, because the CSP's `connect-src` names it. */
  'server.configure': {
    input: z.strictObject({ url: z.string().max(300) }),
    output: z.strictObject({ server: z.string() }),
  },
  /** Asks where to save and writes the file; `saved: false` when the person closed the dialog. */
  'files.save': {
    input: z.strictObject({ name: z.string().min(1).max(200), bytes: z.instanceof(Uint8Array) }),
    output: z.strictObject({ saved: z.boolean(), path: z.string().optional() }),
  },
  /** Opens the system's print dialog for a PDF. */
  'printing.print': {
    input: z.strictObject({ name: z.string().min(1).max(200), bytes: z.instanceof(Uint8Array) }),
    output: z.strictObject({ printed: z.boolean() }),
  },
  ...BUNDLE_BRIDGE,
} as const;

/** The name of a channel. */
export type BridgeChannel = keyof typeof BRIDGE;
/** What a channel takes. */
export type BridgeInput<C extends BridgeChannel> = z.infer<(typeof BRIDGE)[C]['input']>;
/** What a channel gives. */
export type BridgeOutput<C extends BridgeChannel> = z.infer<(typeof BRIDGE)[C]['output']>;
/** Why the main process refused a call. */
export type BridgeErrorCode =
  | 'unknown_channel'
  | 'bad_sender'
  | 'bad_input'
  | 'bad_output'
  | 'bad_url'
  | 'write_failed'
  | 'print_failed'
  | 'internal'
  | BundleRefusal;
/** Every answer of the bridge. */
export type BridgeAnswer<C extends BridgeChannel> =
  | { readonly ok: true; readonly value: BridgeOutput<C> }
  | { readonly ok: false; readonly error: { readonly code: BridgeErrorCode; readonly detail?: string } };

/** What the preload exposes as `window.xunzhi`. */
export type BridgeApi = {
  readonly invoke: <C extends BridgeChannel>(channel: C, input: BridgeInput<C>) => Promise<BridgeAnswer<C>>;
};
