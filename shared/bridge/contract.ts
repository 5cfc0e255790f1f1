import { z } from 'zod';

import type { BundleRefusal } from '../exchange/bundleRefusal.ts';

import { BUNDLE_BRIDGE } from './bundleChannels.ts';
import { diskState } from './disk.ts';
import { PRINT_BRIDGE, type PrintRefusal } from './printing.ts';
import { TILE_BRIDGE, type TileRefusal } from './tiles.ts';

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
      caFile: z.string().nullable(),
      proxy: z.string().nullable(),
      keyStorage: z.enum(['safe_storage', 'key_file']),
    }),
  },
  /** How much room the disk has, asked past the stores: on a full disk those may not answer. */
  'disk.state': { input: z.strictObject({}), output: diskState },
  /**
   * Sets the server, with the PEM file of the bureau's own authority and an HTTP proxy where there is one, and reloads the
   * window, because the CSP's `connect-src` names the server. Refuses `insecure_url`: `http` beyond this machine.
   */
  'server.configure': {
    input: z.strictObject({
      url: z.string().max(300),
      caFile: z.string().max(1000).nullish(),
      proxy: z.string().max(300).nullish(),
    }),
    output: z.strictObject({ server: z.string() }),
  },
  /** Reads a PEM file of authorities and tells whose it is, for a person to compare. Refuses `bad_ca`. */
  'server.readCa': {
    input: z.strictObject({ path: z.string().min(1).max(1000) }),
    output: z.strictObject({ subject: z.string(), validUntil: z.string() }),
  },
  /** Lets the person choose such a file; null when the dialog was closed. */
  'server.chooseCa': {
    input: z.strictObject({}),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks where to save and writes the file; `saved: false` when the person closed the dialog. */
  'files.save': {
    input: z.strictObject({ name: z.string().min(1).max(200), bytes: z.instanceof(Uint8Array) }),
    output: z.strictObject({ saved: z.boolean(), path: z.string().optional() }),
  },
  ...PRINT_BRIDGE,
  ...BUNDLE_BRIDGE,
  ...TILE_BRIDGE,
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
  | 'insecure_url'
  | 'bad_ca'
  | 'bad_proxy'
  | 'write_failed'
  | PrintRefusal
  | TileRefusal
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
